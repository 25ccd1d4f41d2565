import { argumentException, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { type Comparable, type Formattable, NetObject } from "@/policy/expression/values/net-object";
import { hashLong } from "@/policy/kits/object/hash";
import { endMs, epochMs, msPerMinute } from "./calendar";
import { formatDate } from "./format-date";
import { Kind } from "./kind";
import { NetDateTime } from "./net-date-time";
import { NetTimeSpan } from "./net-time-span";

/** System.DateTimeOffset: a clock time and how many minutes the clock is ahead of UTC. */
export class NetDateTimeOffset extends NetObject implements Comparable, Formattable {
  /** Of kind Unspecified. */
  readonly clock: NetDateTime;
  readonly minutes: number;

  static readonly min = new NetDateTimeOffset(NetDateTime.min, 0);
  static readonly max = new NetDateTimeOffset(NetDateTime.max, 0);

  constructor(clock: NetDateTime, minutes: number) {
    super();
    this.clock = clock.withKind(Kind.Unspecified);
    this.minutes = minutes;
  }

  /** Of a clock time and an offset that a policy gives. */
  static of(clock: NetDateTime, offset: NetTimeSpan): NetDateTimeOffset {
    if (offset.sub !== 0 || offset.ms % msPerMinute !== 0)
      throw argumentException("Offset must be specified in whole minutes.", "offset");
    const minutes = offset.ms / msPerMinute;
    if (Math.abs(minutes) > 14 * 60)
      throw argumentOutOfRange("offset", "Offset must be within plus or minus 14 hours.");
    if (clock.kind === Kind.Local && minutes !== 0)
      throw argumentException(
        "The UTC Offset of the local dateTime parameter does not match the offset argument.",
        "offset",
      );
    if (clock.kind === Kind.Utc && minutes !== 0)
      throw argumentException("The UTC Offset for Utc DateTime instances must be 0.", "offset");
    return new NetDateTimeOffset(clock, minutes).inRange();
  }

  static fromUnix(ms: number): NetDateTimeOffset {
    return new NetDateTimeOffset(new NetDateTime(epochMs + ms, 0, Kind.Unspecified), 0);
  }

  private inRange(): NetDateTimeOffset {
    if (this.utcMs >= 0 && this.utcMs < endMs) return this;
    throw argumentOutOfRange(
      "offset",
      "The UTC time represented when the offset is applied must be between year 0 and 10,000.",
    );
  }

  get offset(): NetTimeSpan {
    return new NetTimeSpan(this.minutes * msPerMinute, 0);
  }

  get utcMs(): number {
    return this.clock.ms - this.minutes * msPerMinute;
  }

  get utc(): NetDateTime {
    return new NetDateTime(this.utcMs, this.clock.sub, Kind.Utc);
  }

  /** Since 1970, rounded down. */
  get unixSeconds(): number {
    return Math.floor(this.unixMs / 1000);
  }

  get unixMs(): number {
    return this.utcMs - epochMs;
  }

  /** The same instant as clocks with that offset show it. */
  toOffset(offset: NetTimeSpan): NetDateTimeOffset {
    const clock = this.utc.withKind(Kind.Unspecified).plus(offset.ms, 0, "offset");
    return NetDateTimeOffset.of(clock, offset);
  }

  withClock(clock: NetDateTime): NetDateTimeOffset {
    return new NetDateTimeOffset(clock, this.minutes).inRange();
  }

  since(other: NetDateTimeOffset): NetTimeSpan {
    return NetTimeSpan.of(this.utcMs - other.utcMs, this.clock.sub - other.clock.sub);
  }

  override get typeName(): string {
    return "System.DateTimeOffset";
  }

  override toText(): string {
    return formatDate(this.clock, "", this.minutes);
  }

  format(format: string): string {
    return formatDate(this.clock, format, this.minutes);
  }

  override equalTo(other: unknown): boolean {
    return other instanceof NetDateTimeOffset && this.compareTo(other) === 0;
  }

  override hash(): number {
    return hashLong(this.utc.ticks);
  }

  compareTo(other: NetDateTimeOffset): number {
    return Math.sign(this.utcMs - other.utcMs || this.clock.sub - other.clock.sub);
  }

  compareWith(other: unknown): number {
    if (other === null) return 1;
    if (!(other instanceof NetDateTimeOffset)) throw argumentException("Object must be of type DateTimeOffset.");
    return this.compareTo(other);
  }
}
