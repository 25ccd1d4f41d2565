import type { Row } from "./row";

const zone = (id: string): string => `TimeZoneInfo.FindSystemTimeZoneById("${id}")`;

export const rows: readonly Row[] = [
  [`${zone("Eastern Standard Time")}.Id`, "Eastern Standard Time"],
  [`${zone("Europe/Berlin")}.BaseUtcOffset`, "01:00:00"],
  [`${zone("America/New_York")}.BaseUtcOffset`, "-05:00:00"],
  [`${zone("India Standard Time")}.BaseUtcOffset`, "05:30:00"],
  [`${zone("UTC")}.DisplayName`, "(UTC) Coordinated Universal Time"],
  [`TimeZoneInfo.Utc.Id`, "UTC"],
  [`TimeZoneInfo.Local.BaseUtcOffset`, "00:00:00"],
  [
    `TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 1, 15, 12, 0, 0), ${zone("Eastern Standard Time")})`,
    "01/15/2024 17:00:00",
  ],
  [
    `TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 7, 15, 12, 0, 0), ${zone("Eastern Standard Time")})`,
    "07/15/2024 16:00:00",
  ],
  [`TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 7, 15), ${zone("Europe/Paris")}).Kind`, "Utc"],
  [
    `TimeZoneInfo.ConvertTimeFromUtc(new DateTime(2024, 7, 15, 12, 0, 0), ${zone("W. Europe Standard Time")})`,
    "07/15/2024 14:00:00",
  ],
  [`TimeZoneInfo.ConvertTimeFromUtc(DateTime.UtcNow, ${zone("Asia/Tokyo")}).Kind`, "Unspecified"],
  [
    `TimeZoneInfo.ConvertTime(new DateTime(2024, 1, 15, 12, 0, 0), ${zone("Tokyo Standard Time")}, ${zone("Pacific Standard Time")})`,
    "01/14/2024 19:00:00",
  ],
  [
    `TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(0), ${zone("Asia/Kolkata")})`,
    "01/01/1970 05:30:00 +05:30",
  ],
  [
    `TimeZoneInfo.ConvertTimeBySystemTimeZoneId(new DateTime(2024, 1, 15, 12, 0, 0, DateTimeKind.Utc), "AUS Eastern Standard Time")`,
    "01/15/2024 23:00:00",
  ],
  [`${zone("Europe/London")}.GetUtcOffset(new DateTime(2024, 7, 1))`, "01:00:00"],
  [`${zone("Europe/London")}.IsDaylightSavingTime(new DateTime(2024, 7, 1))`, "True"],
  [`${zone("Europe/London")}.IsDaylightSavingTime(new DateTime(2024, 1, 1))`, "False"],
  [`${zone("Asia/Tokyo")}.SupportsDaylightSavingTime`, "False"],
  [`${zone("Europe/Berlin")}.IsInvalidTime(new DateTime(2024, 3, 31, 2, 30, 0))`, "True"],
  [`${zone("Europe/Berlin")}.IsAmbiguousTime(new DateTime(2024, 10, 27, 2, 30, 0))`, "True"],
  [`${zone("Europe/Berlin")}.GetUtcOffset(new DateTime(2024, 10, 27, 2, 30, 0))`, "01:00:00"],
  [
    `TimeZoneInfo.ConvertTimeToUtc(new DateTime(2024, 3, 31, 2, 30, 0), ${zone("Europe/Berlin")})`,
    "throws System.ArgumentException: The supplied DateTime represents an invalid time. For example, when the clock is adjusted forward, any time in the period that is skipped is invalid. (Parameter 'dateTime')",
  ],
  [
    zone("Mars/Olympus"),
    "throws System.TimeZoneNotFoundException: The time zone ID 'Mars/Olympus' was not found on the local computer.",
  ],
  [`${zone("Europe/Berlin")}.Equals(${zone("Europe/Berlin")})`, "True"],
  [`TimeZone.CurrentTimeZone.GetUtcOffset(DateTime.Now)`, "00:00:00"],
  [`${zone("Eastern Standard Time")}.StandardName`, "Eastern Standard Time"],
  [`${zone("Eastern Standard Time")}.DaylightName`, "Eastern Daylight Time"],
];
