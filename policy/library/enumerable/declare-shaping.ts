/** Members that make sequences of one sequence, and collections of it. */
export const shapingMembers = `
    static IEnumerable<TSource> Append<TSource>(this IEnumerable<TSource> source, TSource element);
    static IEnumerable<TSource> AsEnumerable<TSource>(this IEnumerable<TSource> source);
    static IEnumerable<TResult> Cast<TResult>(this System.Collections.IEnumerable source);
    /// Splits into arrays of a size, the last one of what is left.
    static IEnumerable<TSource[]> Chunk<TSource>(this IEnumerable<TSource> source, int size);
    static IEnumerable<TSource> DefaultIfEmpty<TSource>(this IEnumerable<TSource> source);
    static IEnumerable<TSource> DefaultIfEmpty<TSource>(this IEnumerable<TSource> source, TSource defaultValue);
    static IEnumerable<TResult> Empty<TResult>();
    static IEnumerable<TResult> OfType<TResult>(this System.Collections.IEnumerable source);
    static IOrderedEnumerable<TSource> OrderBy<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static IOrderedEnumerable<TSource> OrderBy<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey> comparer);
    static IOrderedEnumerable<TSource> OrderByDescending<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static IOrderedEnumerable<TSource> OrderByDescending<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey> comparer);
    static IOrderedEnumerable<TSource> ThenBy<TSource, TKey>(
      this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static IOrderedEnumerable<TSource> ThenBy<TSource, TKey>(
      this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey> comparer);
    static IOrderedEnumerable<TSource> ThenByDescending<TSource, TKey>(
      this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static IOrderedEnumerable<TSource> ThenByDescending<TSource, TKey>(
      this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey> comparer);
    static IEnumerable<TSource> Prepend<TSource>(this IEnumerable<TSource> source, TSource element);
    static IEnumerable<int> Range(int start, int count);
    static IEnumerable<TResult> Repeat<TResult>(TResult element, int count);
    static IEnumerable<TSource> Reverse<TSource>(this IEnumerable<TSource> source);
    static IEnumerable<TResult> Select<TSource, TResult>(
      this IEnumerable<TSource> source, Func<TSource, TResult> selector);
    static IEnumerable<TResult> Select<TSource, TResult>(
      this IEnumerable<TSource> source, Func<TSource, int, TResult> selector);
    static IEnumerable<TResult> SelectMany<TSource, TResult>(
      this IEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector);
    static IEnumerable<TResult> SelectMany<TSource, TResult>(
      this IEnumerable<TSource> source, Func<TSource, int, IEnumerable<TResult>> selector);
    static IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(
      this IEnumerable<TSource> source,
      Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector);
    static IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(
      this IEnumerable<TSource> source,
      Func<TSource, int, IEnumerable<TCollection>> collectionSelector,
      Func<TSource, TCollection, TResult> resultSelector);
    static IEnumerable<TSource> Skip<TSource>(this IEnumerable<TSource> source, int count);
    static IEnumerable<TSource> SkipLast<TSource>(this IEnumerable<TSource> source, int count);
    static IEnumerable<TSource> SkipWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static IEnumerable<TSource> SkipWhile<TSource>(
      this IEnumerable<TSource> source, Func<TSource, int, bool> predicate);
    static IEnumerable<TSource> Take<TSource>(this IEnumerable<TSource> source, int count);
    static IEnumerable<TSource> TakeLast<TSource>(this IEnumerable<TSource> source, int count);
    static IEnumerable<TSource> TakeWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static IEnumerable<TSource> TakeWhile<TSource>(
      this IEnumerable<TSource> source, Func<TSource, int, bool> predicate);
    static TSource[] ToArray<TSource>(this IEnumerable<TSource> source);
    static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey> comparer);
    static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector);
    static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
      IEqualityComparer<TKey> comparer);
    static HashSet<TSource> ToHashSet<TSource>(this IEnumerable<TSource> source);
    static HashSet<TSource> ToHashSet<TSource>(
      this IEnumerable<TSource> source, IEqualityComparer<TSource> comparer);
    static List<TSource> ToList<TSource>(this IEnumerable<TSource> source);
    static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool> predicate);`;
