import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Globalization;
  /// A culture. Whatever its name, numbers, dates and texts follow the invariant one.
  public class CultureInfo : IFormatProvider {
    CultureInfo(string name);
    static CultureInfo InvariantCulture { get; }
    static CultureInfo CurrentCulture { get; }
    static CultureInfo CurrentUICulture { get; }
    static CultureInfo GetCultureInfo(string name);
    string Name { get; }
    bool Equals(object value);
    int GetHashCode();
    string ToString();
  }
`);
