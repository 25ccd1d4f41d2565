import { tickMany } from "@/policy/expression/values/budget";
import { endMs, epochMs, msPerMinute } from "./calendar";

/** By the names that Intl gives them, of which there are so many; a policy may write each in many ways. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The name that Intl knows the zone by; null where it knows none. */
export function knownZone(id: string): string | null {
  if (formats.has(id)) return id;
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,60}$/.test(id)) return null;
  tickMany(2000);
  try {
    const format = newFormat(id);
    const zone = format.resolvedOptions().timeZone;
    if (!formats.has(zone)) formats.set(zone, format);
    return zone;
  } catch {
    return null;
  }
}

const newFormat = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset", year: "numeric" });

/** Of a name that knownZone gave. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    tickMany(2000);
    format = newFormat(zone);
    formats.set(zone, format);
  }
  return format;
}

/** How many minutes the zone's clocks are ahead of UTC at an instant: milliseconds since the year 1. */
export function zoneOffset(zone: string, utcMs: number): number {
  tickMany(100);
  const inside = Math.min(Math.max(utcMs, 0), endMs - 1);
  const text = formatOf(zone).format(inside - epochMs);
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(text);
  if (found === null) return 0;
  return (Number(found[2]) * 60 + Number(found[3])) * (found[1] === "-" ? -1 : 1);
}

/** The offsets that a clock time may have, the larger (daylight saving) first; none of a time that clocks skip. */
export function offsetsOfClock(zone: string, clockMs: number): number[] {
  const day = 24 * 60 * msPerMinute;
  const before = zoneOffset(zone, clockMs - day);
  const after = zoneOffset(zone, clockMs + day);
  const candidates = before === after ? [before] : [Math.max(before, after), Math.min(before, after)];
  return candidates.filter((offset) => zoneOffset(zone, clockMs - offset * msPerMinute) === offset);
}
