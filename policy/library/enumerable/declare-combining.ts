/** Members that put sequences together, group them and take them for sets. */
export const combiningMembers = `
    static IEnumerable<TSource> Concat<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second);
    static IEnumerable<TSource> Distinct<TSource>(this IEnumerable<TSource> source);
    static IEnumerable<TSource> Distinct<TSource>(
      this IEnumerable<TSource> source, IEqualityComparer<TSource> comparer);
    static IEnumerable<TSource> DistinctBy<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static IEnumerable<TSource> DistinctBy<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey> comparer);
    static IEnumerable<TSource> Except<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second);
    static IEnumerable<TSource> Except<TSource>(
      this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer);
    static IEnumerable<TSource> Intersect<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second);
    static IEnumerable<TSource> Intersect<TSource>(
      this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer);
    static IEnumerable<TSource> Union<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second);
    static IEnumerable<TSource> Union<TSource>(
      this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer);
    static IEnumerable<TSource> ExceptBy<TSource, TKey>(
      this IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector);
    static IEnumerable<TSource> ExceptBy<TSource, TKey>(
      this IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector,
      IEqualityComparer<TKey> comparer);
    static IEnumerable<TSource> IntersectBy<TSource, TKey>(
      this IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector);
    static IEnumerable<TSource> IntersectBy<TSource, TKey>(
      this IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector,
      IEqualityComparer<TKey> comparer);
    static IEnumerable<TSource> UnionBy<TSource, TKey>(
      this IEnumerable<TSource> first, IEnumerable<TSource> second, Func<TSource, TKey> keySelector);
    static IEnumerable<TSource> UnionBy<TSource, TKey>(
      this IEnumerable<TSource> first, IEnumerable<TSource> second, Func<TSource, TKey> keySelector,
      IEqualityComparer<TKey> comparer);
    static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey> comparer);
    static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector);
    static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
      IEqualityComparer<TKey> comparer);
    static IEnumerable<TResult> GroupBy<TSource, TKey, TResult>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector,
      Func<TKey, IEnumerable<TSource>, TResult> resultSelector);
    static IEnumerable<TResult> GroupBy<TSource, TKey, TResult>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector,
      Func<TKey, IEnumerable<TSource>, TResult> resultSelector, IEqualityComparer<TKey> comparer);
    static IEnumerable<TResult> GroupBy<TSource, TKey, TElement, TResult>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
      Func<TKey, IEnumerable<TElement>, TResult> resultSelector);
    static IEnumerable<TResult> GroupBy<TSource, TKey, TElement, TResult>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
      Func<TKey, IEnumerable<TElement>, TResult> resultSelector, IEqualityComparer<TKey> comparer);
    static IEnumerable<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(
      this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector,
      Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector);
    static IEnumerable<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(
      this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector,
      Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector,
      IEqualityComparer<TKey> comparer);
    static IEnumerable<TResult> Join<TOuter, TInner, TKey, TResult>(
      this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector,
      Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector);
    static IEnumerable<TResult> Join<TOuter, TInner, TKey, TResult>(
      this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector,
      Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector,
      IEqualityComparer<TKey> comparer);
    static bool SequenceEqual<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second);
    static bool SequenceEqual<TSource>(
      this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer);
    static ILookup<TKey, TSource> ToLookup<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static ILookup<TKey, TSource> ToLookup<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey> comparer);
    static ILookup<TKey, TElement> ToLookup<TSource, TKey, TElement>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector);
    static ILookup<TKey, TElement> ToLookup<TSource, TKey, TElement>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
      IEqualityComparer<TKey> comparer);
    static IEnumerable<TResult> Zip<TFirst, TSecond, TResult>(
      this IEnumerable<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector);`;
