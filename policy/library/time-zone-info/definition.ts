import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A time zone, known by its IANA name ("Europe/Berlin") or its Windows name ("W. Europe Standard Time").
  public sealed class TimeZoneInfo : IEquatable<TimeZoneInfo> {
    static TimeZoneInfo Local { get; }
    static TimeZoneInfo Utc { get; }
    TimeSpan BaseUtcOffset { get; }
    string DaylightName { get; }
    string DisplayName { get; }
    bool HasIanaId { get; }
    string Id { get; }
    string StandardName { get; }
    bool SupportsDaylightSavingTime { get; }
    static DateTime ConvertTime(DateTime dateTime, TimeZoneInfo destinationTimeZone);
    static DateTime ConvertTime(DateTime dateTime, TimeZoneInfo sourceTimeZone, TimeZoneInfo destinationTimeZone);
    static DateTimeOffset ConvertTime(DateTimeOffset dateTimeOffset, TimeZoneInfo destinationTimeZone);
    static DateTime ConvertTimeBySystemTimeZoneId(DateTime dateTime, string destinationTimeZoneId);
    static DateTime ConvertTimeBySystemTimeZoneId(DateTime dateTime, string sourceTimeZoneId, string destinationTimeZoneId);
    static DateTimeOffset ConvertTimeBySystemTimeZoneId(DateTimeOffset dateTimeOffset, string destinationTimeZoneId);
    static DateTime ConvertTimeFromUtc(DateTime dateTime, TimeZoneInfo destinationTimeZone);
    static DateTime ConvertTimeToUtc(DateTime dateTime);
    static DateTime ConvertTimeToUtc(DateTime dateTime, TimeZoneInfo sourceTimeZone);
    static TimeZoneInfo FindSystemTimeZoneById(string id);
    bool Equals(TimeZoneInfo other);
    bool Equals(object obj);
    TimeZoneInfo.AdjustmentRule[] GetAdjustmentRules();
    TimeSpan[] GetAmbiguousTimeOffsets(DateTime dateTime);
    int GetHashCode();
    TimeSpan GetUtcOffset(DateTime dateTime);
    TimeSpan GetUtcOffset(DateTimeOffset dateTimeOffset);
    bool HasSameRules(TimeZoneInfo other);
    bool IsAmbiguousTime(DateTime dateTime);
    bool IsAmbiguousTime(DateTimeOffset dateTimeOffset);
    bool IsDaylightSavingTime(DateTime dateTime);
    bool IsDaylightSavingTime(DateTimeOffset dateTimeOffset);
    bool IsInvalidTime(DateTime dateTime);
    string ToString();

    /// How a zone changes its clocks between two dates.
    public sealed class AdjustmentRule {
      DateTime DateEnd { get; }
      DateTime DateStart { get; }
      TimeSpan DaylightDelta { get; }
      TimeZoneInfo.TransitionTime DaylightTransitionEnd { get; }
      TimeZoneInfo.TransitionTime DaylightTransitionStart { get; }
    }

    /// When in a year clocks are changed.
    public struct TransitionTime {
      int Day { get; }
      DayOfWeek DayOfWeek { get; }
      bool IsFixedDateRule { get; }
      int Month { get; }
      DateTime TimeOfDay { get; }
      int Week { get; }
    }
  }
`);
