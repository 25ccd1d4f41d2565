import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A span of time, exact to 100 nanoseconds.
  public struct TimeSpan : IComparable, IComparable<TimeSpan>, IEquatable<TimeSpan>, IFormattable {
    const long NanosecondsPerTick = 100L;
    const long TicksPerDay = 864000000000L;
    const long TicksPerHour = 36000000000L;
    const long TicksPerMicrosecond = 10L;
    const long TicksPerMillisecond = 10000L;
    const long TicksPerMinute = 600000000L;
    const long TicksPerSecond = 10000000L;
    static readonly TimeSpan MaxValue;
    static readonly TimeSpan MinValue;
    static readonly TimeSpan Zero;
    TimeSpan(long ticks);
    TimeSpan(int hours, int minutes, int seconds);
    TimeSpan(int days, int hours, int minutes, int seconds);
    TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds);
    TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds);
    int Days { get; }
    int Hours { get; }
    int Microseconds { get; }
    int Milliseconds { get; }
    int Minutes { get; }
    int Nanoseconds { get; }
    int Seconds { get; }
    long Ticks { get; }
    double TotalDays { get; }
    double TotalHours { get; }
    double TotalMicroseconds { get; }
    double TotalMilliseconds { get; }
    double TotalMinutes { get; }
    double TotalNanoseconds { get; }
    double TotalSeconds { get; }
    static int Compare(TimeSpan t1, TimeSpan t2);
    static bool Equals(TimeSpan t1, TimeSpan t2);
    static TimeSpan FromDays(double value);
    static TimeSpan FromHours(double value);
    static TimeSpan FromMicroseconds(double value);
    static TimeSpan FromMilliseconds(double value);
    static TimeSpan FromMinutes(double value);
    static TimeSpan FromSeconds(double value);
    static TimeSpan FromTicks(long value);
    /// Reads "d.hh:mm:ss.fffffff" and its shorter forms.
    static TimeSpan Parse(string s);
    static TimeSpan Parse(string input, IFormatProvider formatProvider);
    static TimeSpan ParseExact(string input, string format, IFormatProvider formatProvider);
    static TimeSpan ParseExact(string input, string format, IFormatProvider formatProvider, TimeSpanStyles styles);
    static TimeSpan ParseExact(string input, string[] formats, IFormatProvider formatProvider);
    static bool TryParse(string s, out TimeSpan result);
    static bool TryParse(string input, IFormatProvider formatProvider, out TimeSpan result);
    static bool TryParseExact(string input, string format, IFormatProvider formatProvider, out TimeSpan result);
    static bool TryParseExact(string input, string[] formats, IFormatProvider formatProvider, out TimeSpan result);
    TimeSpan Add(TimeSpan ts);
    int CompareTo(TimeSpan value);
    int CompareTo(object value);
    double Divide(TimeSpan ts);
    TimeSpan Divide(double divisor);
    /// The same span, never negative.
    TimeSpan Duration();
    bool Equals(TimeSpan obj);
    bool Equals(object value);
    int GetHashCode();
    TimeSpan Multiply(double factor);
    TimeSpan Negate();
    TimeSpan Subtract(TimeSpan ts);
    string ToString();
    string ToString(string format);
    string ToString(string format, IFormatProvider formatProvider);
    static TimeSpan operator +(TimeSpan t);
    static TimeSpan operator +(TimeSpan t1, TimeSpan t2);
    static TimeSpan operator -(TimeSpan t);
    static TimeSpan operator -(TimeSpan t1, TimeSpan t2);
    static TimeSpan operator *(TimeSpan timeSpan, double factor);
    static TimeSpan operator *(double factor, TimeSpan timeSpan);
    static double operator /(TimeSpan t1, TimeSpan t2);
    static TimeSpan operator /(TimeSpan timeSpan, double divisor);
    static bool operator ==(TimeSpan t1, TimeSpan t2);
    static bool operator !=(TimeSpan t1, TimeSpan t2);
    static bool operator <(TimeSpan t1, TimeSpan t2);
    static bool operator <=(TimeSpan t1, TimeSpan t2);
    static bool operator >(TimeSpan t1, TimeSpan t2);
    static bool operator >=(TimeSpan t1, TimeSpan t2);
  }
`);
