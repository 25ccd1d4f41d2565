import { argumentException, argumentNull, NetException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { hashText } from "@/policy/kits/object/hash";
import { daysTo, msPerDay, msPerMinute } from "./calendar";
import { Kind } from "./kind";
import { NetDateTime } from "./net-date-time";
import { NetDateTimeOffset } from "./net-date-time-offset";
import { NetTimeSpan } from "./net-time-span";
import { utcNow } from "./now";
import { ianaOfWindows } from "./windows-zones";
import { knownZone, offsetsOfClock, zoneOffset } from "./zone-offset";

type NameStyle = "long" | "longGeneric";

/** System.TimeZoneInfo: a zone that Intl knows, under the name that the policy gave it. */
export class NetTimeZone extends NetObject {
  readonly id: string;
  private readonly zone: string;

  static readonly utc = new NetTimeZone("UTC", "UTC");
  /** The gateway's clocks show UTC. */
  static readonly local = NetTimeZone.utc;

  constructor(id: string, zone: string) {
    super();
    this.id = id;
    this.zone = zone;
  }

  /** By its IANA or Windows name. */
  static find(id: string | null): NetTimeZone {
    if (id === null) throw argumentNull("id");
    const mayBe = id.length <= 100;
    if (mayBe && id.toUpperCase() === "UTC") return NetTimeZone.utc;
    const zone = mayBe ? knownZone(ianaOfWindows(id) ?? id) : null;
    if (zone === null)
      throw new NetException(
        "System.TimeZoneNotFoundException",
        `The time zone ID '${id.slice(0, 200)}' was not found on the local computer.`,
      );
    return new NetTimeZone(id, zone);
  }

  /** Outside daylight saving time, in this year. */
  get baseMinutes(): number {
    return this.baseMinutesIn(utcNow().date.year);
  }

  private baseMinutesIn(year: number): number {
    const january = zoneOffset(this.zone, daysTo(year, 1, 1) * msPerDay);
    return Math.min(january, zoneOffset(this.zone, daysTo(year, 7, 1) * msPerDay));
  }

  get hasDaylightSaving(): boolean {
    const { year } = utcNow().date;
    return (
      zoneOffset(this.zone, daysTo(year, 1, 1) * msPerDay) !== zoneOffset(this.zone, daysTo(year, 7, 1) * msPerDay)
    );
  }

  get displayName(): string {
    if (this === NetTimeZone.utc) return "(UTC) Coordinated Universal Time";
    const base = new NetTimeSpan(Math.abs(this.baseMinutes) * msPerMinute, 0).format("hh\\:mm");
    return `(UTC${this.baseMinutes < 0 ? "-" : "+"}${base}) ${this.nameAt("longGeneric", utcNow())}`;
  }

  get standardName(): string {
    return this.nameAt("long", this.dayWhere(false));
  }

  get daylightName(): string {
    return this.hasDaylightSaving ? this.nameAt("long", this.dayWhere(true)) : this.standardName;
  }

  private dayWhere(isDaylight: boolean): NetDateTime {
    const { year } = utcNow().date;
    const january = new NetDateTime(daysTo(year, 1, 1) * msPerDay, 0, Kind.Utc);
    return this.isDaylight(january) === isDaylight ? january : january.addMonths(6);
  }

  private nameAt(style: NameStyle, date: NetDateTime): string {
    if (this === NetTimeZone.utc) return "Coordinated Universal Time";
    const format = new Intl.DateTimeFormat("en-US", { timeZone: this.zone, timeZoneName: style });
    const parts = format.formatToParts(new NetDateTimeOffset(date, 0).unixMs);
    return parts.find(({ type }) => type === "timeZoneName")?.value ?? this.id;
  }

  /** Of a DateTime: an instant where its kind is Utc or Local, a clock time of this zone otherwise. */
  minutesAt(date: NetDateTime): number {
    if (date.kind !== Kind.Unspecified) return zoneOffset(this.zone, date.ms);
    // What clocks skip, and what they show twice, counts as standard time.
    return offsetsOfClock(this.zone, date.ms).at(-1) ?? this.baseMinutesIn(date.date.year);
  }

  isDaylight(date: NetDateTime): boolean {
    return this.minutesAt(date) !== this.baseMinutesIn(date.date.year);
  }

  isAmbiguous(date: NetDateTime): boolean {
    return offsetsOfClock(this.zone, this.clockOf(date).ms).length > 1;
  }

  isInvalid(date: NetDateTime): boolean {
    return date.kind === Kind.Unspecified && offsetsOfClock(this.zone, date.ms).length === 0;
  }

  ambiguousMinutes(date: NetDateTime): number[] {
    return offsetsOfClock(this.zone, this.clockOf(date).ms).reverse();
  }

  private clockOf(date: NetDateTime): NetDateTime {
    return date.kind === Kind.Unspecified ? date : this.fromUtc(date);
  }

  /** What the zone's clocks show at an instant. */
  fromUtc(utc: NetDateTime): NetDateTime {
    const clock = utc.plus(zoneOffset(this.zone, utc.ms) * msPerMinute, 0);
    return clock.withKind(this === NetTimeZone.utc ? Kind.Utc : Kind.Unspecified);
  }

  /** The instant at which the zone's clocks show a time. */
  toUtc(clock: NetDateTime): NetDateTime {
    if (clock.kind === Kind.Utc && this !== NetTimeZone.utc)
      throw argumentException(
        "The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly. For example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.",
        "sourceTimeZone",
      );
    const offset = offsetsOfClock(this.zone, clock.ms).at(-1);
    if (offset === undefined)
      throw argumentException(
        "The supplied DateTime represents an invalid time. For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.",
        "dateTime",
      );
    return clock.plus(-offset * msPerMinute, 0).withKind(Kind.Utc);
  }

  fromOffset(date: NetDateTimeOffset): NetDateTimeOffset {
    return date.toOffset(new NetTimeSpan(zoneOffset(this.zone, date.utcMs) * msPerMinute, 0));
  }

  sameClocks(other: NetTimeZone): boolean {
    return other.zone === this.zone;
  }

  override get typeName(): string {
    return "System.TimeZoneInfo";
  }

  override toText(): string {
    return this.displayName;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof NetTimeZone && other.id.toLowerCase() === this.id.toLowerCase() && other.zone === this.zone;
  }

  override hash(): number {
    return hashText(this.id.toUpperCase());
  }
}
