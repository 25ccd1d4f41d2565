/** Members that answer with a single value. */
export const choosingMembers = `
    static TSource Aggregate<TSource>(this IEnumerable<TSource> source, Func<TSource, TSource, TSource> func);
    static TAccumulate Aggregate<TSource, TAccumulate>(
      this IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func);
    static TResult Aggregate<TSource, TAccumulate, TResult>(
      this IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func,
      Func<TAccumulate, TResult> resultSelector);
    static bool All<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static bool Any<TSource>(this IEnumerable<TSource> source);
    static bool Any<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static bool Contains<TSource>(this IEnumerable<TSource> source, TSource value);
    static bool Contains<TSource>(
      this IEnumerable<TSource> source, TSource value, IEqualityComparer<TSource> comparer);
    static int Count<TSource>(this IEnumerable<TSource> source);
    static int Count<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static long LongCount<TSource>(this IEnumerable<TSource> source);
    static long LongCount<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static TSource ElementAt<TSource>(this IEnumerable<TSource> source, int index);
    static TSource ElementAtOrDefault<TSource>(this IEnumerable<TSource> source, int index);
    static TSource First<TSource>(this IEnumerable<TSource> source);
    static TSource First<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source);
    static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue);
    static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static TSource FirstOrDefault<TSource>(
      this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue);
    static TSource Last<TSource>(this IEnumerable<TSource> source);
    static TSource Last<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static TSource LastOrDefault<TSource>(this IEnumerable<TSource> source);
    static TSource LastOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue);
    static TSource LastOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static TSource LastOrDefault<TSource>(
      this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue);
    static TSource Single<TSource>(this IEnumerable<TSource> source);
    static TSource Single<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static TSource SingleOrDefault<TSource>(this IEnumerable<TSource> source);
    static TSource SingleOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue);
    static TSource SingleOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate);
    static TSource SingleOrDefault<TSource>(
      this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue);
    static TSource MaxBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static TSource MaxBy<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey> comparer);
    static TSource MinBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector);
    static TSource MinBy<TSource, TKey>(
      this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey> comparer);
    static bool TryGetNonEnumeratedCount<TSource>(this IEnumerable<TSource> source, out int count);`;
