import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections;
  /// A place in a sequence that is being gone through.
  public interface IEnumerator {
    object Current { get; }
    /// Goes on to the next element; false when there is none.
    bool MoveNext();
    void Reset();
  }
  namespace System.Collections.Generic;
  /// A place in a sequence that is being gone through.
  public interface IEnumerator<out T> : System.Collections.IEnumerator, IDisposable {
    T Current { get; }
  }
`);
