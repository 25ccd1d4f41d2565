import { declareType } from "@/policy/library/declare";

/** Enough of .NET to try the rules of the language on. */
export const smallLibrary = declareType(`
  namespace System;
  public class Array : IList { int Rank { get; } int GetLength(int dimension); }
  public abstract class Enum : IComparable { bool HasFlag(Enum flag); }
  public interface IComparable { int CompareTo(object obj); }
  public interface IComparable<in T> { int CompareTo(T other); }
  public struct Int32 : IComparable, IComparable<int> {
    const int MaxValue = 2147483647;
    static int Parse(string s);
    static bool TryParse(string s, out int result);
    string ToString(string format);
  }
  public struct Decimal : IComparable { }
  public struct Int64 : IComparable { }
  public struct Double : IComparable { }
  public struct Char : IComparable<char> { static bool IsDigit(char c); static bool IsDigit(string s, int index); }
  public sealed class String : IEnumerable<char>, IComparable<string> {
    int Length { get; }
    char this[int index] { get; }
    bool Contains(string value);
    string Substring(int startIndex);
    string Substring(int startIndex, int length);
    string Trim();
    string[] Split(params char[] separator);
    string[] Split(char[] separator, StringSplitOptions options);
    static string Join(string separator, params string[] value);
    static string Join(string separator, params object[] values);
    static string Join<T>(string separator, IEnumerable<T> values);
    static string Format(string format, object arg0);
    static string Format(string format, object arg0, object arg1);
    static string Format(string format, params object[] args);
    bool Equals(string value);
    bool Equals(string value, StringComparison comparisonType);
    bool StartsWith(string value, bool ignoreCase = false, StringComparison comparison = StringComparison.Ordinal);
  }
  public enum StringSplitOptions { None = 0, RemoveEmptyEntries = 1 }
  public enum StringComparison { CurrentCulture = 0, Ordinal = 4 }
  public enum DayOfWeek { Sunday = 0, Monday = 1 }
  public struct DateTime : IComparable<DateTime> {
    DateTime(long ticks);
    static DateTime UtcNow { get; }
    DayOfWeek DayOfWeek { get; }
    DateTime AddDays(double value);
    static TimeSpan operator -(DateTime d1, DateTime d2);
    static DateTime operator -(DateTime d, TimeSpan t);
    static DateTime operator +(DateTime d, TimeSpan t);
    static bool operator ==(DateTime d1, DateTime d2);
    static bool operator <(DateTime d1, DateTime d2);
  }
  public struct TimeSpan { static TimeSpan FromDays(double value); double TotalDays { get; } }
  public struct DateTimeOffset { static implicit operator DateTimeOffset(DateTime dateTime); }
  public class Exception { Exception(string message = null); string Message { get; } }
  public class TimeZoneInfo { string Id { get; } public class AdjustmentRule { DateTime DateStart { get; } } }
  public static class Math {
    static int Max(int val1, int val2);
    static long Max(long val1, long val2);
    static double Max(double val1, double val2);
    static decimal Max(decimal val1, decimal val2);
    static decimal Round(decimal d);
    static double Round(double a);
    static double Round(double value, int digits);
  }
`);

export const smallCollections = declareType(`
  namespace System.Collections;
  public interface IEnumerable { }
  public interface IList : IEnumerable { int Add(object value); }
`);

export const smallGenerics = declareType(`
  namespace System.Collections.Generic;
  public interface IEnumerable<out T> : System.Collections.IEnumerable { }
  public interface ICollection<T> : IEnumerable<T> { int Count { get; } void Add(T item); }
  public interface IList<T> : ICollection<T> { T this[int index] { get; set; } int IndexOf(T item); }
  public interface IReadOnlyCollection<out T> : IEnumerable<T> { int Count { get; } }
  public interface IReadOnlyList<out T> : IReadOnlyCollection<T> { T this[int index] { get; } }
  public interface IComparer<in T> { int Compare(T x, T y); }
  public interface IReadOnlyDictionary<TKey, TValue> : IReadOnlyCollection<KeyValuePair<TKey, TValue>> {
    TValue this[TKey key] { get; }
    bool TryGetValue(TKey key, out TValue value);
    bool ContainsKey(TKey key);
  }
  public class List<T> : IList<T>, IReadOnlyList<T> {
    List();
    List(int capacity);
    List(IEnumerable<T> collection);
    int Count { get; }
    T this[int index] { get; set; }
    void Add(T item);
    bool Exists(Predicate<T> match);
    List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter);
    void ForEach(Action<T> action);
    void Sort(Comparison<T> comparison);
    void Sort(IComparer<T> comparer);
  }
  public class Dictionary<TKey, TValue> : IReadOnlyDictionary<TKey, TValue> {
    Dictionary();
    TValue this[TKey key] { get; set; }
    bool TryGetValue(TKey key, out TValue value);
    bool ContainsKey(TKey key);
  }
  public struct KeyValuePair<TKey, TValue> { KeyValuePair(TKey key, TValue value); TKey Key { get; } TValue Value { get; } }
`);

export const smallLinq = declareType(`
  namespace System.Linq;
  public interface IGrouping<out TKey, out TElement> : IEnumerable<TElement> { TKey Key { get; } }
  public interface IOrderedEnumerable<out TElement> : IEnumerable<TElement> { }
  public static class Enumerable {
    static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector);
    static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, int, TResult> selector);
    static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool> predicate);
    static IEnumerable<TResult> SelectMany<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector);
    static IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(this IEnumerable<TSource> source,
      Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector);
    static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(this IEnumerable<TSource> source,
      Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector);
    static IEnumerable<TResult> GroupBy<TSource, TKey, TResult>(this IEnumerable<TSource> source,
      Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector);
    static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(this IEnumerable<TSource> source,
      Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector);
    static TSource Aggregate<TSource>(this IEnumerable<TSource> source, Func<TSource, TSource, TSource> func);
    static TAccumulate Aggregate<TSource, TAccumulate>(this IEnumerable<TSource> source, TAccumulate seed,
      Func<TAccumulate, TSource, TAccumulate> func);
    static IEnumerable<TResult> Join<TOuter, TInner, TKey, TResult>(this IEnumerable<TOuter> outer, IEnumerable<TInner> inner,
      Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector);
    static IOrderedEnumerable<TSource> OrderBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static IEnumerable<TResult> Zip<TFirst, TSecond, TResult>(this IEnumerable<TFirst> first, IEnumerable<TSecond> second,
      Func<TFirst, TSecond, TResult> resultSelector);
    static int Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, int> selector);
    static long Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, long> selector);
    static int? Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, int?> selector);
    static double Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, double> selector);
    static decimal Sum<TSource>(this IEnumerable<TSource> source, Func<TSource, decimal> selector);
    static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source);
    static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static bool Contains<TSource>(this IEnumerable<TSource> source, TSource value);
    static List<TSource> ToList<TSource>(this IEnumerable<TSource> source);
    static TSource[] ToArray<TSource>(this IEnumerable<TSource> source);
    static IEnumerable<TResult> Cast<TResult>(this System.Collections.IEnumerable source);
    static IEnumerable<TSource> Concat<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second);
  }
`);

export const smallJson = declareType(`
  namespace Newtonsoft.Json.Linq;
  public abstract class JToken : IEnumerable<JToken> {
    JToken this[object key] { get; set; }
    string ToString();
    T Value<T>(object key);
    static explicit operator string(JToken value);
    static explicit operator int(JToken value);
    static explicit operator int?(JToken value);
    static explicit operator bool(JToken value);
    static explicit operator long(JToken value);
    static explicit operator DateTime(JToken value);
    static explicit operator DateTime?(JToken value);
    static implicit operator JToken(string value);
    static implicit operator JToken(int value);
    static implicit operator JToken(int? value);
    static implicit operator JToken(long value);
    static implicit operator JToken(double value);
    static implicit operator JToken(bool value);
  }
  public class JContainer : JToken { void Add(object content); int Count { get; } }
  public class JObject : JContainer {
    JObject(params object[] content);
    JObject(object content);
    JToken this[string propertyName] { get; set; }
    void Add(string propertyName, JToken value);
  }
  public class JArray : JContainer, IList<JToken> {
    JToken this[int index] { get; set; }
    void Add(JToken item);
  }
  public static class Extensions {
    static U Value<U>(this IEnumerable<JToken> value);
  }
`);
