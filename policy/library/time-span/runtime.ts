import { msPerDay, msPerHour, msPerMinute, msPerSecond } from "@/policy/kits/time/calendar";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { implementType } from "@/policy/library/implement";
import { reading } from "./reading";

type S = NetTimeSpan;
type N = number;

const add = (a: S, b: S) => a.add(b);
const subtract = (a: S, b: S) => a.subtract(b);
const ratio = (a: S, b: S) => (a.ms * 10_000 + a.sub) / (b.ms * 10_000 + b.sub);
const negate = (self: S) => self.negate();
const times = (self: S, factor: N) => self.times(factor);
const dividedBy = (self: S, divisor: N) => self.dividedBy(divisor);
const inFormat = (self: S, format: string | null) => self.format(format ?? "");

export const runtime = implementType(
  "System.TimeSpan",
  {
    ...reading,
    MaxValue: () => NetTimeSpan.max,
    MinValue: () => NetTimeSpan.min,
    Zero: () => NetTimeSpan.zero,
    "new(long)": (ticks: bigint) => NetTimeSpan.ofTicks(ticks),
    "new(int, int, int)": (hours: N, minutes: N, seconds: N) => NetTimeSpan.parts(0, hours, minutes, seconds),
    "new(int, int, int, int)": NetTimeSpan.parts,
    "new(int, int, int, int, int)": NetTimeSpan.parts,
    "new(int, int, int, int, int, int)": NetTimeSpan.parts,
    Days: (self: S) => self.part(msPerDay, Number.MAX_SAFE_INTEGER),
    Hours: (self: S) => self.part(msPerHour, 24),
    Minutes: (self: S) => self.part(msPerMinute, 60),
    Seconds: (self: S) => self.part(msPerSecond, 60),
    Milliseconds: (self: S) => self.part(1, 1000),
    Microseconds: (self: S) => Math.trunc(self.rest / 10) + 0,
    Nanoseconds: (self: S) => (self.rest % 10) * 100 + 0,
    Ticks: (self: S) => self.ticks,
    TotalDays: (self: S) => self.total(msPerDay),
    TotalHours: (self: S) => self.total(msPerHour),
    TotalMinutes: (self: S) => self.total(msPerMinute),
    TotalSeconds: (self: S) => self.total(msPerSecond),
    TotalMilliseconds: (self: S) => self.total(1),
    TotalMicroseconds: (self: S) => (self.ms * 10_000 + self.sub) / 10,
    TotalNanoseconds: (self: S) => (self.ms * 10_000 + self.sub) * 100,
    "Compare(TimeSpan, TimeSpan)": (a: S, b: S) => a.compareTo(b),
    "Equals(TimeSpan, TimeSpan)": (a: S, b: S) => a.equalTo(b),
    "FromDays(double)": (value: N) => NetTimeSpan.from(value, msPerDay),
    "FromHours(double)": (value: N) => NetTimeSpan.from(value, msPerHour),
    "FromMinutes(double)": (value: N) => NetTimeSpan.from(value, msPerMinute),
    "FromSeconds(double)": (value: N) => NetTimeSpan.from(value, msPerSecond),
    "FromMilliseconds(double)": (value: N) => NetTimeSpan.from(value, 1),
    "FromMicroseconds(double)": (value: N) => NetTimeSpan.from(value, 0.001),
    "FromTicks(long)": (ticks: bigint) => NetTimeSpan.ofTicks(ticks),
    "Add(TimeSpan)": add,
    "CompareTo(TimeSpan)": (self: S, other: S) => self.compareTo(other),
    "CompareTo(object)": (self: S, other: unknown) => self.compareWith(other),
    "Divide(TimeSpan)": ratio,
    "Divide(double)": dividedBy,
    "Duration()": (self: S) => self.duration(),
    "Equals(TimeSpan)": (self: S, other: S) => self.equalTo(other),
    "Equals(object)": (self: S, other: unknown) => self.equalTo(other),
    "GetHashCode()": (self: S) => self.hash(),
    "Multiply(double)": times,
    "Negate()": negate,
    "Subtract(TimeSpan)": subtract,
    "ToString()": (self: S) => self.toText(),
    "ToString(string)": inFormat,
    "ToString(string, IFormatProvider)": inFormat,
    "operator +(TimeSpan)": (span: S) => span,
    "operator +(TimeSpan, TimeSpan)": add,
    "operator -(TimeSpan)": negate,
    "operator -(TimeSpan, TimeSpan)": subtract,
    "operator *(TimeSpan, double)": times,
    "operator *(double, TimeSpan)": (factor: N, span: S) => span.times(factor),
    "operator /(TimeSpan, TimeSpan)": ratio,
    "operator /(TimeSpan, double)": dividedBy,
    "operator ==(TimeSpan, TimeSpan)": (a: S, b: S) => a.equalTo(b),
    "operator !=(TimeSpan, TimeSpan)": (a: S, b: S) => !a.equalTo(b),
    "operator <(TimeSpan, TimeSpan)": (a: S, b: S) => a.compareTo(b) < 0,
    "operator <=(TimeSpan, TimeSpan)": (a: S, b: S) => a.compareTo(b) <= 0,
    "operator >(TimeSpan, TimeSpan)": (a: S, b: S) => a.compareTo(b) > 0,
    "operator >=(TimeSpan, TimeSpan)": (a: S, b: S) => a.compareTo(b) >= 0,
  },
  { defaultValue: NetTimeSpan.zero },
);
