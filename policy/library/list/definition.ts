import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// A list that grows.
  public class List<T> : IList<T>, IReadOnlyList<T> {
    List();
    List(int capacity);
    List(IEnumerable<T> collection);
    int Capacity { get; set; }
    int Count { get; }
    T this[int index] { get; set; }
    void Add(T item);
    void AddRange(IEnumerable<T> collection);
    IReadOnlyList<T> AsReadOnly();
    int BinarySearch(T item);
    int BinarySearch(T item, IComparer<T> comparer);
    int BinarySearch(int index, int count, T item, IComparer<T> comparer);
    void Clear();
    bool Contains(T item);
    List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter);
    void CopyTo(T[] array);
    void CopyTo(T[] array, int arrayIndex);
    void CopyTo(int index, T[] array, int arrayIndex, int count);
    int EnsureCapacity(int capacity);
    bool Exists(Predicate<T> match);
    T Find(Predicate<T> match);
    List<T> FindAll(Predicate<T> match);
    int FindIndex(Predicate<T> match);
    int FindIndex(int startIndex, Predicate<T> match);
    int FindIndex(int startIndex, int count, Predicate<T> match);
    T FindLast(Predicate<T> match);
    int FindLastIndex(Predicate<T> match);
    void ForEach(Action<T> action);
    IEnumerator<T> GetEnumerator();
    List<T> GetRange(int index, int count);
    int IndexOf(T item);
    int IndexOf(T item, int index);
    int IndexOf(T item, int index, int count);
    void Insert(int index, T item);
    void InsertRange(int index, IEnumerable<T> collection);
    int LastIndexOf(T item);
    bool Remove(T item);
    int RemoveAll(Predicate<T> match);
    void RemoveAt(int index);
    void RemoveRange(int index, int count);
    void Reverse();
    void Reverse(int index, int count);
    void Sort();
    void Sort(Comparison<T> comparison);
    void Sort(IComparer<T> comparer);
    void Sort(int index, int count, IComparer<T> comparer);
    T[] ToArray();
    void TrimExcess();
    bool TrueForAll(Predicate<T> match);
  }
`);
