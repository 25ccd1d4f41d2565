import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// What can be put in order.
  public interface IComparable {
    int CompareTo(object obj);
  }
  public interface IComparable<in T> {
    int CompareTo(T other);
  }
  /// What can be told from others of its type.
  public interface IEquatable<T> {
    bool Equals(T other);
  }
  /// What has texts of several formats.
  public interface IFormattable {
    string ToString(string format, IFormatProvider formatProvider);
  }
`);
