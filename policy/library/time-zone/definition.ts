import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// The zone of the gateway's clocks, which is UTC; TimeZoneInfo knows all others.
  public class TimeZone {
    static TimeZone CurrentTimeZone { get; }
    string DaylightName { get; }
    string StandardName { get; }
    TimeSpan GetUtcOffset(DateTime time);
    bool IsDaylightSavingTime(DateTime time);
    DateTime ToLocalTime(DateTime time);
    DateTime ToUniversalTime(DateTime time);
  }
`);
