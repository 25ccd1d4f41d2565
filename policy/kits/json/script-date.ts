import { Kind } from "@/policy/kits/time/kind";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";
import { newDate } from "./time-values";

/** Milliseconds since 1970, and an offset that says no more than that the time is a local one. */
const pattern = /^\/Date\(([+-]?\d{1,15})(?:([+-])\d\d(?:\d\d)?)?\)\/$/;
const epochTicks = 621_355_968_000_000_000n;

/** The older form of dates in JSON, "/Date(1704164645000)/", that Newtonsoft takes for a date too; null of any other. */
export function scriptDate(text: string): NetDateTime | null {
  const match = text.length < 40 ? pattern.exec(text) : null;
  if (match?.[1] === undefined) return null;
  return newDate(epochTicks + BigInt(match[1]) * 10_000n, match[2] === undefined ? Kind.Utc : Kind.Local);
}
