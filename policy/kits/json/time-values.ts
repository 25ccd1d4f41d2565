import { Kind } from "@/policy/kits/time/kind";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";

// All that JSON and XML need of dates and spans, in terms of ticks since the year 1.

export { Kind };

const lastTick = 3_155_378_975_999_999_999n;

/** What lies beyond the calendar is its first or last moment. */
export function newDate(ticks: bigint, kind: number): NetDateTime {
  const inside = ticks < 0n ? 0n : ticks > lastTick ? lastTick : ticks;
  return NetDateTime.ofTicks(inside, kind);
}

/** From what the clock shows and how many minutes it is ahead of UTC. */
export const newOffset = (ticks: bigint, minutes: number): NetDateTimeOffset =>
  new NetDateTimeOffset(newDate(ticks, Kind.Unspecified), minutes);

export const newSpan = (ticks: bigint): NetTimeSpan => NetTimeSpan.ofTicks(ticks);

export const isOffset = (value: unknown): value is NetDateTimeOffset => value instanceof NetDateTimeOffset;
export const isSpan = (value: unknown): value is NetTimeSpan => value instanceof NetTimeSpan;

export function ticksOf(value: NetDateTime | NetDateTimeOffset | NetTimeSpan): bigint {
  const { ms, sub } = isOffset(value) ? value.clock : value;
  return BigInt(ms) * 10_000n + BigInt(sub);
}
