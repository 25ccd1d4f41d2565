import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { dateTimes } from "@/policy/kits/time/read-dates";
import { readingOf } from "@/policy/kits/time/reading-of";
import { implementType } from "@/policy/library/implement";
import { making } from "./making";
import { parts } from "./parts";
import { writing } from "./writing";

type D = NetDateTime;

export const runtime = implementType(
  "System.DateTime",
  {
    ...making,
    ...parts,
    ...readingOf("DateTime", dateTimes),
    ...writing,
    "Compare(DateTime, DateTime)": (a: D, b: D) => a.compareTo(b),
    "Equals(DateTime, DateTime)": (a: D, b: D) => a.equalTo(b),
    "CompareTo(DateTime)": (self: D, other: D) => self.compareTo(other),
    "CompareTo(object)": (self: D, other: unknown) => self.compareWith(other),
    "Equals(DateTime)": (self: D, other: D) => self.equalTo(other),
    "Equals(object)": (self: D, other: unknown) => self.equalTo(other),
    "GetHashCode()": (self: D) => self.hash(),
    "operator ==(DateTime, DateTime)": (a: D, b: D) => a.equalTo(b),
    "operator !=(DateTime, DateTime)": (a: D, b: D) => !a.equalTo(b),
    "operator <(DateTime, DateTime)": (a: D, b: D) => a.compareTo(b) < 0,
    "operator <=(DateTime, DateTime)": (a: D, b: D) => a.compareTo(b) <= 0,
    "operator >(DateTime, DateTime)": (a: D, b: D) => a.compareTo(b) > 0,
    "operator >=(DateTime, DateTime)": (a: D, b: D) => a.compareTo(b) >= 0,
  },
  { defaultValue: NetDateTime.min },
);
