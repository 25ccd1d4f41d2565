import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// A piece of JSON: an object, an array, a property or a value.
  public abstract class JToken : IJEnumerable<JToken> {
    static JTokenEqualityComparer EqualityComparer { get; }
    JContainer Parent { get; }
    JToken Root { get; }
    JTokenType Type { get; }
    bool HasValues { get; }
    JToken Next { get; }
    JToken Previous { get; }
    /// Where it is in the whole, as a JSONPath.
    string Path { get; }
    JToken First { get; }
    JToken Last { get; }
    /// The value under a name (of an object) or an index (of an array); null where there is none.
    JToken this[object key] { get; set; }

    /// Reads JSON text.
    static JToken Parse(string json);
    static JToken FromObject(object o);
    static bool DeepEquals(JToken t1, JToken t2);
    void AddAfterSelf(object content);
    void AddBeforeSelf(object content);
    IEnumerable<JToken> Ancestors();
    IEnumerable<JToken> AncestorsAndSelf();
    IEnumerable<JToken> AfterSelf();
    IEnumerable<JToken> BeforeSelf();
    /// The value under a name or index, converted.
    T Value<T>(object key);
    JEnumerable<JToken> Children();
    JEnumerable<T> Children<T>();
    IEnumerable<T> Values<T>();
    void Remove();
    void Replace(JToken value);
    /// Its JSON text, indented; of a value, the value alone.
    string ToString();
    string ToString(Formatting formatting);
    JToken DeepClone();
    T ToObject<T>();
    /// The one token that a JSONPath leads to; null where there is none.
    JToken SelectToken(string path);
    JToken SelectToken(string path, bool errorWhenNoMatch);
    IEnumerable<JToken> SelectTokens(string path);
    IEnumerable<JToken> SelectTokens(string path, bool errorWhenNoMatch);

    static explicit operator bool(JToken value);
    static explicit operator bool?(JToken value);
    static explicit operator byte(JToken value);
    static explicit operator byte?(JToken value);
    static explicit operator sbyte(JToken value);
    static explicit operator sbyte?(JToken value);
    static explicit operator short(JToken value);
    static explicit operator short?(JToken value);
    static explicit operator ushort(JToken value);
    static explicit operator ushort?(JToken value);
    static explicit operator int(JToken value);
    static explicit operator int?(JToken value);
    static explicit operator uint(JToken value);
    static explicit operator uint?(JToken value);
    static explicit operator long(JToken value);
    static explicit operator long?(JToken value);
    static explicit operator ulong(JToken value);
    static explicit operator ulong?(JToken value);
    static explicit operator float(JToken value);
    static explicit operator float?(JToken value);
    static explicit operator double(JToken value);
    static explicit operator double?(JToken value);
    static explicit operator decimal(JToken value);
    static explicit operator decimal?(JToken value);
    static explicit operator DateTime(JToken value);
    static explicit operator DateTime?(JToken value);
    static explicit operator DateTimeOffset(JToken value);
    static explicit operator DateTimeOffset?(JToken value);
    static explicit operator TimeSpan(JToken value);
    static explicit operator TimeSpan?(JToken value);
    static explicit operator Guid(JToken value);
    static explicit operator Guid?(JToken value);
    static explicit operator char(JToken value);
    static explicit operator char?(JToken value);
    static explicit operator string(JToken value);
    static explicit operator Uri(JToken value);
    static explicit operator byte[](JToken value);

    static implicit operator JToken(bool value);
    static implicit operator JToken(bool? value);
    static implicit operator JToken(byte value);
    static implicit operator JToken(byte? value);
    static implicit operator JToken(sbyte value);
    static implicit operator JToken(sbyte? value);
    static implicit operator JToken(short value);
    static implicit operator JToken(short? value);
    static implicit operator JToken(ushort value);
    static implicit operator JToken(ushort? value);
    static implicit operator JToken(int value);
    static implicit operator JToken(int? value);
    static implicit operator JToken(uint value);
    static implicit operator JToken(uint? value);
    static implicit operator JToken(long value);
    static implicit operator JToken(long? value);
    static implicit operator JToken(ulong value);
    static implicit operator JToken(ulong? value);
    static implicit operator JToken(float value);
    static implicit operator JToken(float? value);
    static implicit operator JToken(double value);
    static implicit operator JToken(double? value);
    static implicit operator JToken(decimal value);
    static implicit operator JToken(decimal? value);
    static implicit operator JToken(DateTime value);
    static implicit operator JToken(DateTime? value);
    static implicit operator JToken(DateTimeOffset value);
    static implicit operator JToken(DateTimeOffset? value);
    static implicit operator JToken(TimeSpan value);
    static implicit operator JToken(TimeSpan? value);
    static implicit operator JToken(Guid value);
    static implicit operator JToken(Guid? value);
    static implicit operator JToken(string value);
    static implicit operator JToken(Uri value);
    static implicit operator JToken(byte[] value);
  }
`);
