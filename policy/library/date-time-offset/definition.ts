import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A point in time with the offset of its clock from UTC.
  public struct DateTimeOffset : IComparable, IComparable<DateTimeOffset>, IEquatable<DateTimeOffset>, IFormattable {
    static readonly DateTimeOffset MinValue;
    static readonly DateTimeOffset MaxValue;
    static readonly DateTimeOffset UnixEpoch;
    DateTimeOffset(DateTime dateTime);
    DateTimeOffset(DateTime dateTime, TimeSpan offset);
    DateTimeOffset(long ticks, TimeSpan offset);
    DateTimeOffset(int year, int month, int day, int hour, int minute, int second, TimeSpan offset);
    DateTimeOffset(int year, int month, int day, int hour, int minute, int second, int millisecond, TimeSpan offset);
    static DateTimeOffset Now { get; }
    static DateTimeOffset UtcNow { get; }
    DateTime Date { get; }
    /// What the clock shows, of no kind.
    DateTime DateTime { get; }
    int Day { get; }
    DayOfWeek DayOfWeek { get; }
    int DayOfYear { get; }
    int Hour { get; }
    DateTime LocalDateTime { get; }
    int Microsecond { get; }
    int Millisecond { get; }
    int Minute { get; }
    int Month { get; }
    int Nanosecond { get; }
    TimeSpan Offset { get; }
    int Second { get; }
    long Ticks { get; }
    TimeSpan TimeOfDay { get; }
    int TotalOffsetMinutes { get; }
    DateTime UtcDateTime { get; }
    long UtcTicks { get; }
    int Year { get; }
    static int Compare(DateTimeOffset first, DateTimeOffset second);
    static bool Equals(DateTimeOffset first, DateTimeOffset second);
    static DateTimeOffset FromFileTime(long fileTime);
    static DateTimeOffset FromUnixTimeMilliseconds(long milliseconds);
    /// Of so many seconds since 1970-01-01T00:00:00Z.
    static DateTimeOffset FromUnixTimeSeconds(long seconds);
    static DateTimeOffset Parse(string input);
    static DateTimeOffset Parse(string input, IFormatProvider formatProvider);
    static DateTimeOffset Parse(string input, IFormatProvider formatProvider, DateTimeStyles styles);
    static DateTimeOffset ParseExact(string input, string format, IFormatProvider formatProvider);
    static DateTimeOffset ParseExact(string input, string format, IFormatProvider formatProvider, DateTimeStyles styles);
    static DateTimeOffset ParseExact(string input, string[] formats, IFormatProvider formatProvider, DateTimeStyles styles);
    static bool TryParse(string input, out DateTimeOffset result);
    static bool TryParse(string s, IFormatProvider provider, out DateTimeOffset result);
    static bool TryParse(string input, IFormatProvider formatProvider, DateTimeStyles styles, out DateTimeOffset result);
    static bool TryParseExact(string input, string format, IFormatProvider formatProvider, DateTimeStyles styles, out DateTimeOffset result);
    static bool TryParseExact(string input, string[] formats, IFormatProvider formatProvider, DateTimeStyles styles, out DateTimeOffset result);
    DateTimeOffset Add(TimeSpan timeSpan);
    DateTimeOffset AddDays(double days);
    DateTimeOffset AddHours(double hours);
    DateTimeOffset AddMicroseconds(double microseconds);
    DateTimeOffset AddMilliseconds(double milliseconds);
    DateTimeOffset AddMinutes(double minutes);
    DateTimeOffset AddMonths(int months);
    DateTimeOffset AddSeconds(double seconds);
    DateTimeOffset AddTicks(long ticks);
    DateTimeOffset AddYears(int years);
    int CompareTo(DateTimeOffset other);
    int CompareTo(object obj);
    bool Equals(DateTimeOffset other);
    bool Equals(object obj);
    /// Whether instant and offset are the same.
    bool EqualsExact(DateTimeOffset other);
    int GetHashCode();
    TimeSpan Subtract(DateTimeOffset value);
    DateTimeOffset Subtract(TimeSpan value);
    long ToFileTime();
    DateTimeOffset ToLocalTime();
    DateTimeOffset ToOffset(TimeSpan offset);
    string ToString();
    string ToString(string format);
    string ToString(IFormatProvider formatProvider);
    string ToString(string format, IFormatProvider formatProvider);
    DateTimeOffset ToUniversalTime();
    long ToUnixTimeMilliseconds();
    long ToUnixTimeSeconds();
    static implicit operator DateTimeOffset(DateTime dateTime);
    static DateTimeOffset operator +(DateTimeOffset dateTimeOffset, TimeSpan timeSpan);
    static TimeSpan operator -(DateTimeOffset left, DateTimeOffset right);
    static DateTimeOffset operator -(DateTimeOffset dateTimeOffset, TimeSpan timeSpan);
    static bool operator ==(DateTimeOffset left, DateTimeOffset right);
    static bool operator !=(DateTimeOffset left, DateTimeOffset right);
    static bool operator <(DateTimeOffset left, DateTimeOffset right);
    static bool operator <=(DateTimeOffset left, DateTimeOffset right);
    static bool operator >(DateTimeOffset left, DateTimeOffset right);
    static bool operator >=(DateTimeOffset left, DateTimeOffset right);
  }
`);
