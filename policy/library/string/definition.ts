import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// Text, as a sequence of UTF-16 code units.
  public sealed class String : IEnumerable<char>, IComparable, IComparable<string>, IEquatable<string> {
    /// The empty string.
    static readonly string Empty;
    String(char c, int count);
    String(char[] value);
    String(char[] value, int startIndex, int length);
    /// The number of characters.
    int Length { get; }
    char this[int index] { get; }

    static int Compare(string strA, string strB);
    static int Compare(string strA, string strB, bool ignoreCase);
    static int Compare(string strA, string strB, StringComparison comparisonType);
    static int Compare(string strA, string strB, bool ignoreCase, CultureInfo culture);
    static int Compare(string strA, int indexA, string strB, int indexB, int length);
    static int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase);
    static int Compare(string strA, int indexA, string strB, int indexB, int length, StringComparison comparisonType);
    static int CompareOrdinal(string strA, string strB);
    static int CompareOrdinal(string strA, int indexA, string strB, int indexB, int length);
    /// Joins the texts of its arguments.
    static string Concat(object arg0);
    static string Concat(object arg0, object arg1);
    static string Concat(object arg0, object arg1, object arg2);
    static string Concat(params object[] args);
    static string Concat(string str0, string str1);
    static string Concat(string str0, string str1, string str2);
    static string Concat(string str0, string str1, string str2, string str3);
    static string Concat(params string[] values);
    static string Concat(IEnumerable<string> values);
    static string Concat<T>(IEnumerable<T> values);
    static string Copy(string str);
    static bool Equals(string a, string b);
    static bool Equals(string a, string b, StringComparison comparisonType);
    /// Replaces {0}, {1} ... with the arguments.
    static string Format(string format, object arg0);
    static string Format(string format, object arg0, object arg1);
    static string Format(string format, object arg0, object arg1, object arg2);
    static string Format(string format, params object[] args);
    static string Format(IFormatProvider provider, string format, object arg0);
    static string Format(IFormatProvider provider, string format, object arg0, object arg1);
    static string Format(IFormatProvider provider, string format, object arg0, object arg1, object arg2);
    static string Format(IFormatProvider provider, string format, params object[] args);
    /// Whether it is null or has no characters.
    static bool IsNullOrEmpty(string value);
    /// Whether it is null or has nothing but white space.
    static bool IsNullOrWhiteSpace(string value);
    /// Joins texts with a separator between them.
    static string Join(string separator, params string[] value);
    static string Join(string separator, params object[] values);
    static string Join(string separator, IEnumerable<string> values);
    static string Join<T>(string separator, IEnumerable<T> values);
    static string Join(string separator, string[] value, int startIndex, int count);
    static string Join(char separator, params string[] value);
    static string Join(char separator, params object[] values);
    static string Join<T>(char separator, IEnumerable<T> values);
    static string Join(char separator, string[] value, int startIndex, int count);

    object Clone();
    int CompareTo(object value);
    int CompareTo(string strB);
    bool Contains(string value);
    bool Contains(string value, StringComparison comparisonType);
    bool Contains(char value);
    bool Contains(char value, StringComparison comparisonType);
    void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count);
    bool EndsWith(string value);
    bool EndsWith(string value, StringComparison comparisonType);
    bool EndsWith(string value, bool ignoreCase, CultureInfo culture);
    bool EndsWith(char value);
    bool Equals(object obj);
    bool Equals(string value);
    bool Equals(string value, StringComparison comparisonType);
    int GetHashCode();
    int GetHashCode(StringComparison comparisonType);
    /// The first place of a text or character, or -1.
    int IndexOf(char value);
    int IndexOf(char value, int startIndex);
    int IndexOf(char value, int startIndex, int count);
    int IndexOf(char value, StringComparison comparisonType);
    int IndexOf(string value);
    int IndexOf(string value, int startIndex);
    int IndexOf(string value, int startIndex, int count);
    int IndexOf(string value, StringComparison comparisonType);
    int IndexOf(string value, int startIndex, StringComparison comparisonType);
    int IndexOf(string value, int startIndex, int count, StringComparison comparisonType);
    int IndexOfAny(char[] anyOf);
    int IndexOfAny(char[] anyOf, int startIndex);
    int IndexOfAny(char[] anyOf, int startIndex, int count);
    string Insert(int startIndex, string value);
    bool IsNormalized();
    bool IsNormalized(NormalizationForm normalizationForm);
    /// The last place of a text or character, or -1.
    int LastIndexOf(char value);
    int LastIndexOf(char value, int startIndex);
    int LastIndexOf(char value, int startIndex, int count);
    int LastIndexOf(string value);
    int LastIndexOf(string value, int startIndex);
    int LastIndexOf(string value, int startIndex, int count);
    int LastIndexOf(string value, StringComparison comparisonType);
    int LastIndexOf(string value, int startIndex, StringComparison comparisonType);
    int LastIndexOf(string value, int startIndex, int count, StringComparison comparisonType);
    int LastIndexOfAny(char[] anyOf);
    int LastIndexOfAny(char[] anyOf, int startIndex);
    int LastIndexOfAny(char[] anyOf, int startIndex, int count);
    string Normalize();
    string Normalize(NormalizationForm normalizationForm);
    string PadLeft(int totalWidth);
    string PadLeft(int totalWidth, char paddingChar);
    string PadRight(int totalWidth);
    string PadRight(int totalWidth, char paddingChar);
    string Remove(int startIndex);
    string Remove(int startIndex, int count);
    string Replace(char oldChar, char newChar);
    string Replace(string oldValue, string newValue);
    string Replace(string oldValue, string newValue, StringComparison comparisonType);
    string Replace(string oldValue, string newValue, bool ignoreCase, CultureInfo culture);
    string ReplaceLineEndings();
    string ReplaceLineEndings(string replacementText);
    /// Cuts the text at separators; at white space where none are given.
    string[] Split(params char[] separator);
    string[] Split(char[] separator, int count);
    string[] Split(char[] separator, StringSplitOptions options);
    string[] Split(char[] separator, int count, StringSplitOptions options);
    string[] Split(char separator, StringSplitOptions options = StringSplitOptions.None);
    string[] Split(char separator, int count, StringSplitOptions options = StringSplitOptions.None);
    string[] Split(string separator, StringSplitOptions options = StringSplitOptions.None);
    string[] Split(string separator, int count, StringSplitOptions options = StringSplitOptions.None);
    string[] Split(string[] separator, StringSplitOptions options);
    string[] Split(string[] separator, int count, StringSplitOptions options);
    bool StartsWith(string value);
    bool StartsWith(string value, StringComparison comparisonType);
    bool StartsWith(string value, bool ignoreCase, CultureInfo culture);
    bool StartsWith(char value);
    string Substring(int startIndex);
    string Substring(int startIndex, int length);
    char[] ToCharArray();
    char[] ToCharArray(int startIndex, int length);
    string ToLower();
    string ToLower(CultureInfo culture);
    string ToLowerInvariant();
    string ToString();
    string ToString(IFormatProvider provider);
    string ToUpper();
    string ToUpper(CultureInfo culture);
    string ToUpperInvariant();
    string Trim();
    string Trim(char trimChar);
    string Trim(params char[] trimChars);
    string TrimEnd();
    string TrimEnd(char trimChar);
    string TrimEnd(params char[] trimChars);
    string TrimStart();
    string TrimStart(char trimChar);
    string TrimStart(params char[] trimChars);
  }
`);
