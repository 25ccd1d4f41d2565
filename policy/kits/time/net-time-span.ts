import { argumentException, overflowException } from "@/policy/expression/values/net-exception";
import { type Comparable, type Formattable, NetObject } from "@/policy/expression/values/net-object";
import { roundEven } from "@/policy/kits/convert/round-even";
import { hashLong } from "@/policy/kits/object/hash";
import { msPerDay, msPerHour, msPerMinute, msPerSecond } from "./calendar";
import { formatTimeSpan } from "./format-time-span";

const maxMs = 922_337_203_685_477;
const minMs = -922_337_203_685_478;
const tooLong = "TimeSpan overflowed because the duration is too long.";
const notANumber = "TimeSpan does not accept floating point Not-a-Number values.";

/**
 * System.TimeSpan. Its ticks are held as two numbers, whole milliseconds (rounded down) and the ticks above them,
 * because numbers are much faster than a bigint and one number is too small.
 */
export class NetTimeSpan extends NetObject implements Comparable, Formattable {
  readonly ms: number;
  /** 0 to 9999 */
  readonly sub: number;

  static readonly zero = new NetTimeSpan(0, 0);
  static readonly max = new NetTimeSpan(maxMs, 5807);
  static readonly min = new NetTimeSpan(minMs, 4192);

  constructor(ms: number, sub: number) {
    super();
    this.ms = ms;
    this.sub = sub;
  }

  /** From milliseconds and ticks of any size. */
  static of(ms: number, sub = 0, message = tooLong): NetTimeSpan {
    const carry = Math.floor(sub / 10_000);
    // + 0 makes of -0 what it should be.
    const whole = ms + carry + 0;
    const rest = sub - carry * 10_000;
    if (whole > maxMs || whole < minMs || (whole === maxMs && rest > 5807) || (whole === minMs && rest < 4192))
      throw overflowException(message);
    return new NetTimeSpan(whole, rest);
  }

  static ofTicks(ticks: bigint): NetTimeSpan {
    const sub = ((ticks % 10_000n) + 10_000n) % 10_000n;
    return new NetTimeSpan(Number((ticks - sub) / 10_000n), Number(sub));
  }

  /** As .NET's FromSeconds and its kin: ticks are cut off, not rounded. */
  static from(value: number, msPerUnit: number): NetTimeSpan {
    if (Number.isNaN(value)) throw argumentException(notANumber);
    return NetTimeSpan.ofDouble(Math.trunc(value * (msPerUnit * 10_000)));
  }

  /** 2^63 itself counts as the largest, as it does in .NET. */
  private static ofDouble(ticks: number): NetTimeSpan {
    if (!(Math.abs(ticks) <= 2 ** 63)) throw overflowException(tooLong);
    return ticks === 2 ** 63 ? NetTimeSpan.max : NetTimeSpan.ofTicks(BigInt(ticks));
  }

  static parts(days: number, hours: number, minutes: number, seconds: number, ms = 0, us = 0): NetTimeSpan {
    return NetTimeSpan.of(
      days * msPerDay + hours * msPerHour + minutes * msPerMinute + seconds * msPerSecond + ms,
      us * 10,
    );
  }

  get ticks(): bigint {
    return BigInt(this.ms) * 10_000n + BigInt(this.sub);
  }

  /** How many units there are in all, as a double; the fraction included. */
  total(msPerUnit: number): number {
    return (this.ms * 10_000 + this.sub) / (msPerUnit * 10_000);
  }

  /** How many whole units there are, counted up to the next larger one; negative for a negative span. */
  part(msPerUnit: number, modulo: number): number {
    const whole = this.ms < 0 && this.sub > 0 ? this.ms + 1 : this.ms;
    return (Math.trunc(whole / msPerUnit) % modulo) + 0;
  }

  /** The ticks below a millisecond, negative for a negative span. */
  get rest(): number {
    return this.ms < 0 && this.sub > 0 ? this.sub - 10_000 : this.sub;
  }

  add(other: NetTimeSpan): NetTimeSpan {
    return NetTimeSpan.of(this.ms + other.ms, this.sub + other.sub);
  }

  subtract(other: NetTimeSpan): NetTimeSpan {
    return NetTimeSpan.of(this.ms - other.ms, this.sub - other.sub);
  }

  negate(): NetTimeSpan {
    return NetTimeSpan.of(-this.ms, -this.sub, "Negating the minimum value of a twos complement number is invalid.");
  }

  duration(): NetTimeSpan {
    if (this.ms >= 0) return this;
    return NetTimeSpan.of(
      -this.ms,
      -this.sub,
      "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.",
    );
  }

  /** Rounded to the nearest tick, half to even. */
  times(factor: number): NetTimeSpan {
    if (Number.isNaN(factor)) throw argumentException(notANumber, "factor");
    return NetTimeSpan.ofDouble(roundEven((this.ms * 10_000 + this.sub) * factor));
  }

  dividedBy(divisor: number): NetTimeSpan {
    if (Number.isNaN(divisor)) throw argumentException(notANumber, "divisor");
    return NetTimeSpan.ofDouble(roundEven((this.ms * 10_000 + this.sub) / divisor));
  }

  override get typeName(): string {
    return "System.TimeSpan";
  }

  override toText(): string {
    return formatTimeSpan(this, "c");
  }

  format(format: string): string {
    return formatTimeSpan(this, format);
  }

  override equalTo(other: unknown): boolean {
    return other instanceof NetTimeSpan && other.ms === this.ms && other.sub === this.sub;
  }

  override hash(): number {
    return hashLong(this.ticks);
  }

  compareTo(other: NetTimeSpan): number {
    return Math.sign(this.ms - other.ms || this.sub - other.sub);
  }

  compareWith(other: unknown): number {
    if (other === null) return 1;
    if (!(other instanceof NetTimeSpan)) throw argumentException("Object must be of type TimeSpan.");
    return this.compareTo(other);
  }
}
