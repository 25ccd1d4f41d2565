import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text;
  /// Text that can be changed, for putting long ones together.
  public sealed class StringBuilder {
    StringBuilder();
    StringBuilder(int capacity);
    StringBuilder(string value);
    StringBuilder(int capacity, int maxCapacity);
    StringBuilder(string value, int capacity);
    StringBuilder(string value, int startIndex, int length, int capacity);
    int Capacity { get; set; }
    int Length { get; set; }
    int MaxCapacity { get; }
    char this[int index] { get; set; }
    /// Adds to the end.
    StringBuilder Append(bool value);
    StringBuilder Append(byte value);
    StringBuilder Append(char value);
    StringBuilder Append(char[] value);
    StringBuilder Append(decimal value);
    StringBuilder Append(double value);
    StringBuilder Append(float value);
    StringBuilder Append(int value);
    StringBuilder Append(long value);
    StringBuilder Append(object value);
    StringBuilder Append(sbyte value);
    StringBuilder Append(short value);
    StringBuilder Append(string value);
    StringBuilder Append(StringBuilder value);
    StringBuilder Append(uint value);
    StringBuilder Append(ulong value);
    StringBuilder Append(ushort value);
    StringBuilder Append(char value, int repeatCount);
    StringBuilder Append(char[] value, int startIndex, int charCount);
    StringBuilder Append(string value, int startIndex, int count);
    StringBuilder Append(StringBuilder value, int startIndex, int count);
    StringBuilder AppendFormat(string format, object arg0);
    StringBuilder AppendFormat(string format, object arg0, object arg1);
    StringBuilder AppendFormat(string format, object arg0, object arg1, object arg2);
    StringBuilder AppendFormat(string format, params object[] args);
    StringBuilder AppendFormat(IFormatProvider provider, string format, object arg0);
    StringBuilder AppendFormat(IFormatProvider provider, string format, object arg0, object arg1);
    StringBuilder AppendFormat(IFormatProvider provider, string format, object arg0, object arg1, object arg2);
    StringBuilder AppendFormat(IFormatProvider provider, string format, params object[] args);
    StringBuilder AppendJoin(string separator, params string[] values);
    StringBuilder AppendJoin(string separator, params object[] values);
    StringBuilder AppendJoin<T>(string separator, IEnumerable<T> values);
    StringBuilder AppendJoin(char separator, params string[] values);
    StringBuilder AppendJoin(char separator, params object[] values);
    StringBuilder AppendJoin<T>(char separator, IEnumerable<T> values);
    StringBuilder AppendLine();
    StringBuilder AppendLine(string value);
    StringBuilder Clear();
    void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count);
    int EnsureCapacity(int capacity);
    bool Equals(StringBuilder sb);
    StringBuilder Insert(int index, bool value);
    StringBuilder Insert(int index, byte value);
    StringBuilder Insert(int index, char value);
    StringBuilder Insert(int index, char[] value);
    StringBuilder Insert(int index, decimal value);
    StringBuilder Insert(int index, double value);
    StringBuilder Insert(int index, float value);
    StringBuilder Insert(int index, int value);
    StringBuilder Insert(int index, long value);
    StringBuilder Insert(int index, object value);
    StringBuilder Insert(int index, sbyte value);
    StringBuilder Insert(int index, short value);
    StringBuilder Insert(int index, string value);
    StringBuilder Insert(int index, uint value);
    StringBuilder Insert(int index, ulong value);
    StringBuilder Insert(int index, ushort value);
    StringBuilder Insert(int index, string value, int count);
    StringBuilder Remove(int startIndex, int length);
    StringBuilder Replace(char oldChar, char newChar);
    StringBuilder Replace(char oldChar, char newChar, int startIndex, int count);
    StringBuilder Replace(string oldValue, string newValue);
    StringBuilder Replace(string oldValue, string newValue, int startIndex, int count);
    string ToString();
    string ToString(int startIndex, int length);
  }
`);
