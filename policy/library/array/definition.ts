import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// What every array is, and what arrays are worked on with.
  public abstract class Array : System.Collections.IEnumerable {
    int Length { get; }
    long LongLength { get; }
    int Rank { get; }
    static int BinarySearch<T>(T[] array, T value);
    static int BinarySearch<T>(T[] array, T value, IComparer<T> comparer);
    static void Clear(Array array);
    static void Clear(Array array, int index, int length);
    object Clone();
    static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter);
    static void Copy(Array sourceArray, Array destinationArray, int length);
    static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length);
    void CopyTo(Array array, int index);
    static T[] Empty<T>();
    /// Whether there is an element that matches.
    static bool Exists<T>(T[] array, Predicate<T> match);
    static void Fill<T>(T[] array, T value);
    static void Fill<T>(T[] array, T value, int startIndex, int count);
    static T Find<T>(T[] array, Predicate<T> match);
    static T[] FindAll<T>(T[] array, Predicate<T> match);
    static int FindIndex<T>(T[] array, Predicate<T> match);
    static int FindIndex<T>(T[] array, int startIndex, Predicate<T> match);
    static int FindIndex<T>(T[] array, int startIndex, int count, Predicate<T> match);
    static T FindLast<T>(T[] array, Predicate<T> match);
    static int FindLastIndex<T>(T[] array, Predicate<T> match);
    static void ForEach<T>(T[] array, Action<T> action);
    System.Collections.IEnumerator GetEnumerator();
    int GetLength(int dimension);
    int GetLowerBound(int dimension);
    int GetUpperBound(int dimension);
    object GetValue(int index);
    static int IndexOf(Array array, object value);
    static int IndexOf<T>(T[] array, T value);
    static int IndexOf<T>(T[] array, T value, int startIndex);
    static int IndexOf<T>(T[] array, T value, int startIndex, int count);
    static int LastIndexOf(Array array, object value);
    static int LastIndexOf<T>(T[] array, T value);
    static void Resize<T>(ref T[] array, int newSize);
    static void Reverse(Array array);
    static void Reverse(Array array, int index, int length);
    static void Reverse<T>(T[] array);
    void SetValue(object value, int index);
    static void Sort(Array array);
    static void Sort<T>(T[] array);
    static void Sort<T>(T[] array, Comparison<T> comparison);
    static void Sort<T>(T[] array, IComparer<T> comparer);
    static void Sort<TKey, TValue>(TKey[] keys, TValue[] items);
    static bool TrueForAll<T>(T[] array, Predicate<T> match);
  }
`);
