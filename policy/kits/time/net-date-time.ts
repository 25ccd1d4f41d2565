import { argumentException, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { type Comparable, type Formattable, NetObject } from "@/policy/expression/values/net-object";
import { hashLong } from "@/policy/kits/object/hash";
import { type CalendarDate, dateOf, daysIn, daysTo, endMs, isDate, msPerDay } from "./calendar";
import { formatDate } from "./format-date";
import { Kind } from "./kind";
import { NetTimeSpan } from "./net-time-span";
import { outOfRange } from "./out-of-range";

const unrepresentable = (parameter: string) =>
  argumentOutOfRange(parameter, "The added or subtracted value results in an un-representable DateTime.");

/** System.DateTime: milliseconds since the year 1, the ticks above them, and a kind. Local time is UTC here. */
export class NetDateTime extends NetObject implements Comparable, Formattable {
  readonly ms: number;
  /** 0 to 9999 */
  readonly sub: number;
  readonly kind: number;
  private known: CalendarDate | null = null;

  static readonly min = new NetDateTime(0, 0, Kind.Unspecified);
  static readonly max = new NetDateTime(endMs - 1, 9999, Kind.Unspecified);

  constructor(ms: number, sub: number, kind: number) {
    super();
    this.ms = ms;
    this.sub = sub;
    this.kind = kind;
  }

  static ofTicks(ticks: bigint, kind: number = Kind.Unspecified): NetDateTime {
    if (ticks < 0n || ticks > 3_155_378_975_999_999_999n)
      throw argumentOutOfRange("ticks", "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.");
    return new NetDateTime(Number(ticks / 10_000n), Number(ticks % 10_000n), checkKind(kind));
  }

  /** Throws for what is no date or time of day. */
  static ofParts(
    [year, month, day]: readonly [number, number, number],
    [hour, minute, second, ms]: readonly [number, number, number, number] = [0, 0, 0, 0],
    kind: number = Kind.Unspecified,
  ): NetDateTime {
    if (!isDate(year, month, day))
      throw outOfRange("Year, Month, and Day parameters describe an un-representable DateTime.");
    if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60))
      throw outOfRange("Hour, Minute, and Second parameters describe an un-representable DateTime.");
    if (ms < 0 || ms > 999) throw argumentOutOfRange("millisecond", "Valid values are between 0 and 999, inclusive.");
    const time = ((hour * 60 + minute) * 60 + second) * 1000 + ms;
    return new NetDateTime(daysTo(year, month, day) * msPerDay + time, 0, checkKind(kind));
  }

  get ticks(): bigint {
    return BigInt(this.ms) * 10_000n + BigInt(this.sub);
  }

  get days(): number {
    return Math.floor(this.ms / msPerDay);
  }

  get date(): CalendarDate {
    this.known ??= dateOf(this.days);
    return this.known;
  }

  /** 0 is Sunday. */
  get dayOfWeek(): number {
    return (this.days + 1) % 7;
  }

  get midnight(): NetDateTime {
    return new NetDateTime(this.days * msPerDay, 0, this.kind);
  }

  get timeOfDay(): NetTimeSpan {
    return new NetTimeSpan(this.ms % msPerDay, this.sub);
  }

  withKind(kind: number): NetDateTime {
    return kind === this.kind ? this : new NetDateTime(this.ms, this.sub, kind);
  }

  /** Later by milliseconds and ticks of any size and sign. */
  plus(ms: number, sub: number, parameter = "value"): NetDateTime {
    const ticks = this.sub + sub;
    const carry = Math.floor(ticks / 10_000);
    const sum = this.ms + ms + carry;
    if (sum < 0 || sum >= endMs) throw unrepresentable(parameter);
    return new NetDateTime(sum, ticks - carry * 10_000, this.kind);
  }

  add(span: NetTimeSpan, parameter = "value"): NetDateTime {
    return this.plus(span.ms, span.sub, parameter);
  }

  minus(span: NetTimeSpan, parameter = "value"): NetDateTime {
    return this.plus(-span.ms, -span.sub, parameter);
  }

  /** AddDays and its kin: whole units exactly, the fraction cut off to ticks. */
  addUnits(value: number, msPerUnit: number): NetDateTime {
    if (!(Math.abs(value) * msPerUnit <= endMs)) throw argumentOutOfRange("value", "Value to add was out of range.");
    const whole = Math.trunc(value);
    return this.plus(whole * msPerUnit, Math.trunc((value - whole) * (msPerUnit * 10_000)));
  }

  /** The day is that of the month's end where the month is too short. */
  addMonths(months: number): NetDateTime {
    if (months < -120_000 || months > 120_000)
      throw argumentOutOfRange("months", "Months value must be between +/-120000.");
    return this.moved(months, "months");
  }

  addYears(years: number): NetDateTime {
    if (years < -10_000 || years > 10_000) throw argumentOutOfRange("years", "Years value must be between +/-10000.");
    return this.moved(years * 12, "value");
  }

  private moved(months: number, parameter: string): NetDateTime {
    const { year, month, day } = this.date;
    const count = year * 12 + month - 1 + months;
    const newYear = Math.floor(count / 12);
    const newMonth = count - newYear * 12 + 1;
    if (newYear < 1 || newYear > 9999) throw unrepresentable(parameter);
    const newDay = Math.min(day, daysIn(newYear, newMonth));
    return new NetDateTime(daysTo(newYear, newMonth, newDay) * msPerDay + (this.ms % msPerDay), this.sub, this.kind);
  }

  since(other: NetDateTime): NetTimeSpan {
    return NetTimeSpan.of(this.ms - other.ms, this.sub - other.sub);
  }

  override get typeName(): string {
    return "System.DateTime";
  }

  override toText(): string {
    return formatDate(this, "", null);
  }

  format(format: string): string {
    return formatDate(this, format, null);
  }

  override equalTo(other: unknown): boolean {
    return other instanceof NetDateTime && other.ms === this.ms && other.sub === this.sub;
  }

  override hash(): number {
    return hashLong(this.ticks);
  }

  compareTo(other: NetDateTime): number {
    return Math.sign(this.ms - other.ms || this.sub - other.sub);
  }

  compareWith(other: unknown): number {
    if (other === null) return 1;
    if (!(other instanceof NetDateTime)) throw argumentException("Object must be of type DateTime.");
    return this.compareTo(other);
  }
}

function checkKind(kind: number): number {
  if (kind >= 0 && kind <= 2) return kind;
  throw argumentException("Invalid DateTimeKind value.", "kind");
}
