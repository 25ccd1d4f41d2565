import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// Compares strings in a way of its own, for collections and sorting.
  public abstract class StringComparer : IComparer<string>, IEqualityComparer<string> {
    static StringComparer CurrentCulture { get; }
    static StringComparer CurrentCultureIgnoreCase { get; }
    static StringComparer InvariantCulture { get; }
    static StringComparer InvariantCultureIgnoreCase { get; }
    static StringComparer Ordinal { get; }
    static StringComparer OrdinalIgnoreCase { get; }
    static StringComparer Create(CultureInfo culture, bool ignoreCase);
    static StringComparer FromComparison(StringComparison comparisonType);
    int Compare(object x, object y);
    int Compare(string x, string y);
    bool Equals(object x, object y);
    bool Equals(string x, string y);
    int GetHashCode(object obj);
    int GetHashCode(string obj);
  }
`);
