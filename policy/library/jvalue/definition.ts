import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// A string, number, bool, date or null.
  public class JValue : JToken, IEquatable<JValue>, IFormattable, IComparable, IComparable<JValue> {
    JValue(JValue other);
    JValue(long value);
    JValue(decimal value);
    JValue(char value);
    JValue(ulong value);
    JValue(double value);
    JValue(float value);
    JValue(DateTime value);
    JValue(DateTimeOffset value);
    JValue(bool value);
    JValue(string value);
    JValue(Guid value);
    JValue(Uri value);
    JValue(TimeSpan value);
    JValue(object value);
    object Value { get; set; }
    static JValue CreateComment(string value);
    static JValue CreateString(string value);
    static JValue CreateNull();
    static JValue CreateUndefined();
    bool Equals(JValue other);
    bool Equals(object obj);
    int GetHashCode();
    string ToString();
    string ToString(string format);
    string ToString(IFormatProvider formatProvider);
    string ToString(string format, IFormatProvider formatProvider);
    int CompareTo(JValue obj);
  }
`);
