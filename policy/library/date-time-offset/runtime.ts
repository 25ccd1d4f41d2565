import { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";
import { dateTimeOffsets } from "@/policy/kits/time/read-dates";
import { readingOf } from "@/policy/kits/time/reading-of";
import { implementType } from "@/policy/library/implement";
import { making } from "./making";
import { parts } from "./parts";

type O = NetDateTimeOffset;

const inFormat = (self: O, format: string | null) => self.format(format ?? "");

export const runtime = implementType(
  "System.DateTimeOffset",
  {
    ...making,
    ...parts,
    ...readingOf("DateTimeOffset", dateTimeOffsets),
    "Compare(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => a.compareTo(b),
    "Equals(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => a.equalTo(b),
    "CompareTo(DateTimeOffset)": (self: O, other: O) => self.compareTo(other),
    "CompareTo(object)": (self: O, other: unknown) => self.compareWith(other),
    "Equals(DateTimeOffset)": (self: O, other: O) => self.equalTo(other),
    "Equals(object)": (self: O, other: unknown) => self.equalTo(other),
    "EqualsExact(DateTimeOffset)": (self: O, other: O) => self.equalTo(other) && self.minutes === other.minutes,
    "GetHashCode()": (self: O) => self.hash(),
    "ToString()": (self: O) => self.toText(),
    "ToString(string)": inFormat,
    "ToString(IFormatProvider)": (self: O) => self.toText(),
    "ToString(string, IFormatProvider)": inFormat,
    "operator ==(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => a.equalTo(b),
    "operator !=(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => !a.equalTo(b),
    "operator <(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => a.compareTo(b) < 0,
    "operator <=(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => a.compareTo(b) <= 0,
    "operator >(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => a.compareTo(b) > 0,
    "operator >=(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => a.compareTo(b) >= 0,
  },
  { defaultValue: NetDateTimeOffset.min },
);
