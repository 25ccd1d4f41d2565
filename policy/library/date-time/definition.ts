import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A date and a time of day. The time zone of the gateway is UTC.
  public struct DateTime : IComparable, IComparable<DateTime>, IEquatable<DateTime>, IFormattable {
    /// 0001-01-01T00:00:00
    static readonly DateTime MinValue;
    /// 9999-12-31T23:59:59.9999999
    static readonly DateTime MaxValue;
    [Beyond] static readonly DateTime UnixEpoch;
    DateTime(long ticks);
    DateTime(long ticks, DateTimeKind kind);
    DateTime(int year, int month, int day);
    DateTime(int year, int month, int day, int hour, int minute, int second);
    DateTime(int year, int month, int day, int hour, int minute, int second, DateTimeKind kind);
    DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond);
    DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, DateTimeKind kind);
    static DateTime Now { get; }
    static DateTime UtcNow { get; }
    /// Midnight of the current day.
    static DateTime Today { get; }
    int Year { get; }
    int Month { get; }
    int Day { get; }
    int Hour { get; }
    int Minute { get; }
    int Second { get; }
    int Millisecond { get; }
    [Beyond] int Microsecond { get; }
    [Beyond] int Nanosecond { get; }
    /// Midnight of this day.
    DateTime Date { get; }
    DayOfWeek DayOfWeek { get; }
    int DayOfYear { get; }
    [Beyond] DateTimeKind Kind { get; }
    /// Steps of 100 nanoseconds since the year 1.
    long Ticks { get; }
    TimeSpan TimeOfDay { get; }
    static int DaysInMonth(int year, int month);
    static bool IsLeapYear(int year);
    [Beyond] static int Compare(DateTime t1, DateTime t2);
    [Beyond] static bool Equals(DateTime t1, DateTime t2);
    [Beyond] static DateTime FromBinary(long dateData);
    [Beyond] static DateTime FromFileTime(long fileTime);
    [Beyond] static DateTime FromFileTimeUtc(long fileTime);
    [Beyond] static DateTime FromOADate(double d);
    [Beyond] static DateTime SpecifyKind(DateTime value, DateTimeKind kind);
    /// Reads a date in the invariant culture: "2024-01-15T10:30:00Z", "01/15/2024 10:30:00", "Mon, 15 Jan 2024 10:30:00 GMT".
    static DateTime Parse(string s);
    static DateTime Parse(string s, IFormatProvider provider);
    static DateTime Parse(string s, IFormatProvider provider, DateTimeStyles styles);
    [Beyond] static DateTime ParseExact(string s, string format, IFormatProvider provider);
    [Beyond] static DateTime ParseExact(string s, string format, IFormatProvider provider, DateTimeStyles style);
    [Beyond] static DateTime ParseExact(string s, string[] formats, IFormatProvider provider, DateTimeStyles style);
    [Beyond] static bool TryParse(string s, out DateTime result);
    [Beyond] static bool TryParse(string s, IFormatProvider provider, out DateTime result);
    [Beyond] static bool TryParse(string s, IFormatProvider provider, DateTimeStyles styles, out DateTime result);
    [Beyond] static bool TryParseExact(string s, string format, IFormatProvider provider, DateTimeStyles style, out DateTime result);
    [Beyond] static bool TryParseExact(string s, string[] formats, IFormatProvider provider, DateTimeStyles style, out DateTime result);
    DateTime Add(TimeSpan value);
    DateTime AddDays(double value);
    DateTime AddHours(double value);
    DateTime AddMilliseconds(double value);
    [Beyond] DateTime AddMicroseconds(double value);
    DateTime AddMinutes(double value);
    /// The last day of the month where the day does not exist in it.
    DateTime AddMonths(int months);
    DateTime AddSeconds(double value);
    DateTime AddTicks(long value);
    DateTime AddYears(int value);
    int CompareTo(DateTime value);
    int CompareTo(object value);
    bool Equals(DateTime value);
    bool Equals(object value);
    int GetHashCode();
    [Beyond] string[] GetDateTimeFormats();
    [Beyond] string[] GetDateTimeFormats(char format);
    bool IsDaylightSavingTime();
    TimeSpan Subtract(DateTime value);
    DateTime Subtract(TimeSpan value);
    [Beyond] long ToBinary();
    [Beyond] long ToFileTime();
    [Beyond] long ToFileTimeUtc();
    [Beyond] DateTime ToLocalTime();
    [Beyond] string ToLongDateString();
    [Beyond] string ToLongTimeString();
    [Beyond] double ToOADate();
    [Beyond] string ToShortDateString();
    [Beyond] string ToShortTimeString();
    [Beyond] DateTime ToUniversalTime();
    string ToString();
    /// By a standard format such as "o", "R" or "s", or a custom one such as "yyyy-MM-ddTHH:mm:ssZ".
    string ToString(string format);
    string ToString(IFormatProvider provider);
    string ToString(string format, IFormatProvider provider);
    static DateTime operator +(DateTime d, TimeSpan t);
    static DateTime operator -(DateTime d, TimeSpan t);
    static TimeSpan operator -(DateTime d1, DateTime d2);
    static bool operator ==(DateTime d1, DateTime d2);
    static bool operator !=(DateTime d1, DateTime d2);
    static bool operator <(DateTime t1, DateTime t2);
    static bool operator <=(DateTime t1, DateTime t2);
    static bool operator >(DateTime t1, DateTime t2);
    static bool operator >=(DateTime t1, DateTime t2);
  }
`);
