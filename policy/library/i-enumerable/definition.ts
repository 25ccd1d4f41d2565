import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections;
  /// What can be gone through, one element after another.
  public interface IEnumerable {
    IEnumerator GetEnumerator();
  }
  namespace System.Collections.Generic;
  /// What can be gone through, one element after another.
  public interface IEnumerable<out T> : System.Collections.IEnumerable {
    IEnumerator<T> GetEnumerator();
  }
`);
