import { argumentException, argumentNull, notSupported } from "@/policy/expression/values/net-exception";
import { newArray } from "@/policy/kits/object/new-array";
import { msPerMinute } from "@/policy/kits/time/calendar";
import { Kind } from "@/policy/kits/time/kind";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";
import type { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { NetTimeZone } from "@/policy/kits/time/net-time-zone";
import { ianaOfWindows } from "@/policy/kits/time/windows-zones";
import { implementType } from "@/policy/library/implement";

type D = NetDateTime;
type O = NetDateTimeOffset;
type Z = NetTimeZone;

function given(zone: Z | null, parameter: string): Z {
  if (zone === null) throw argumentNull(parameter);
  return zone;
}

const span = (minutes: number) => new NetTimeSpan(minutes * msPerMinute, 0);

function toUtc(date: D, source: Z): D {
  // UTC and local clocks show the same; only a zone that is neither refuses what is of a kind.
  if (source === NetTimeZone.utc) return date.withKind(Kind.Utc);
  if (date.kind === Kind.Local)
    throw argumentException(
      "The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly. For example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.",
      "sourceTimeZone",
    );
  return source.toUtc(date);
}

const convert = (date: D, source: Z | null, target: Z | null) =>
  given(target, "destinationTimeZone").fromUtc(toUtc(date, given(source, "sourceTimeZone")));
const convertHere = (date: D, target: Z | null) => convert(date, NetTimeZone.utc, target);

/** Intl tells offsets, not the rules behind them. */
const noRules = () => {
  throw notSupported("The rules of time zones are not available.");
};

const zones = implementType("System.TimeZoneInfo", {
  Local: () => NetTimeZone.local,
  Utc: () => NetTimeZone.utc,
  BaseUtcOffset: (self: Z) => span(self.baseMinutes),
  DaylightName: (self: Z) => self.daylightName,
  DisplayName: (self: Z) => self.displayName,
  HasIanaId: (self: Z) => ianaOfWindows(self.id) === null,
  Id: (self: Z) => self.id,
  StandardName: (self: Z) => self.standardName,
  SupportsDaylightSavingTime: (self: Z) => self.hasDaylightSaving,
  "ConvertTime(DateTime, TimeZoneInfo)": convertHere,
  "ConvertTime(DateTime, TimeZoneInfo, TimeZoneInfo)": convert,
  "ConvertTime(DateTimeOffset, TimeZoneInfo)": (date: O, target: Z | null) =>
    given(target, "destinationTimeZone").fromOffset(date),
  "ConvertTimeBySystemTimeZoneId(DateTime, string)": (date: D, target: string | null) =>
    convertHere(date, NetTimeZone.find(target)),
  "ConvertTimeBySystemTimeZoneId(DateTime, string, string)": (date: D, source: string | null, target: string | null) =>
    convert(date, NetTimeZone.find(source), NetTimeZone.find(target)),
  "ConvertTimeBySystemTimeZoneId(DateTimeOffset, string)": (date: O, target: string | null) =>
    NetTimeZone.find(target).fromOffset(date),
  "ConvertTimeFromUtc(DateTime, TimeZoneInfo)": convertHere,
  "ConvertTimeToUtc(DateTime)": (date: D) => date.withKind(Kind.Utc),
  "ConvertTimeToUtc(DateTime, TimeZoneInfo)": (date: D, source: Z | null) =>
    toUtc(date, given(source, "sourceTimeZone")),
  "FindSystemTimeZoneById(string)": NetTimeZone.find,
  "Equals(TimeZoneInfo)": (self: Z, other: Z | null) => self.equalTo(other),
  "Equals(object)": (self: Z, other: unknown) => self.equalTo(other),
  "GetAdjustmentRules()": () => newArray("System.TimeZoneInfo.AdjustmentRule", []),
  "GetAmbiguousTimeOffsets(DateTime)": (self: Z, date: D) => {
    const minutes = self.ambiguousMinutes(date);
    if (minutes.length < 2)
      throw argumentException("The supplied DateTime is not in an ambiguous time range.", "dateTime");
    return newArray("System.TimeSpan", minutes.map(span));
  },
  "GetHashCode()": (self: Z) => self.hash(),
  "GetUtcOffset(DateTime)": (self: Z, date: D) => span(self.minutesAt(date)),
  "GetUtcOffset(DateTimeOffset)": (self: Z, date: O) => span(self.minutesAt(date.utc)),
  "HasSameRules(TimeZoneInfo)": (self: Z, other: Z | null) => self.sameClocks(given(other, "other")),
  "IsAmbiguousTime(DateTime)": (self: Z, date: D) => self.isAmbiguous(date),
  "IsAmbiguousTime(DateTimeOffset)": (self: Z, date: O) => self.isAmbiguous(date.utc),
  "IsDaylightSavingTime(DateTime)": (self: Z, date: D) => self.isDaylight(date),
  "IsDaylightSavingTime(DateTimeOffset)": (self: Z, date: O) => self.isDaylight(date.utc),
  "IsInvalidTime(DateTime)": (self: Z, date: D) => self.isInvalid(date),
  "ToString()": (self: Z) => self.displayName,
});

export const runtimes = [
  zones,
  implementType("System.TimeZoneInfo.AdjustmentRule", {
    DateEnd: noRules,
    DateStart: noRules,
    DaylightDelta: noRules,
    DaylightTransitionEnd: noRules,
    DaylightTransitionStart: noRules,
  }),
  implementType("System.TimeZoneInfo.TransitionTime", {
    Day: noRules,
    DayOfWeek: noRules,
    IsFixedDateRule: noRules,
    Month: noRules,
    TimeOfDay: noRules,
    Week: noRules,
  }),
];
