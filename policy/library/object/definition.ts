import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// What every value is.
  public class Object {
    Object();
    /// Whether two values are equal, either of which may be null.
    static bool Equals(object objA, object objB);
    /// Whether both are the same object.
    static bool ReferenceEquals(object objA, object objB);
    /// Whether the value equals another one.
    bool Equals(object obj);
    /// A number that equal values share.
    int GetHashCode();
    /// The value as text.
    string ToString();
  }
`);
