/**
 * A type is declared in the words of C#, as its documentation shows it:
 *
 *   export const declaration = declareType(`
 *     namespace System;
 *     /// A span of time.
 *     public struct TimeSpan : IComparable<TimeSpan>, IEquatable<TimeSpan> {
 *       const long TicksPerSecond = 10000000L;
 *       static readonly TimeSpan Zero;
 *       TimeSpan(int hours, int minutes, int seconds);
 *       double TotalSeconds { get; }
 *       /// Rounds to the nearest tick.
 *       static TimeSpan FromSeconds(double value);
 *       static bool TryParse(string s, out TimeSpan result);
 *       string ToString(string format = null);
 *       static TimeSpan operator +(TimeSpan t1, TimeSpan t2);
 *       static explicit operator long(TimeSpan t);
 *     }
 *   `);
 *
 * Everything is public; bodies do not exist. "[Beyond]" before a member marks what works here and Azure refuses.
 * Extension methods stand in a static class with `this` before their first parameter. Enums list their members with
 * values; delegates are `public delegate TResult Func<in T, out TResult>(T arg);`. One text may declare several types.
 *
 * The key of a member, under which a runtime implements it, repeats the declaration without names, defaults and spaces
 * inside angle brackets' commas kept as ", ": "FromSeconds(double)", "TryParse(string, out TimeSpan)", "TotalSeconds",
 * "set Name", "this[int]", "set this[int]", "new(int, int, int)", "Select<TSource, TResult>(IEnumerable<TSource>,
 * Func<TSource, TResult>)" (an extension's `this` is not part of it), "Join(string, params string[])",
 * "operator +(TimeSpan, TimeSpan)", "explicit long(TimeSpan)", "implicit JToken(string)".
 */
export interface Declaration {
  readonly text: string;
}

export const declareType = (text: string): Declaration => ({ text });
