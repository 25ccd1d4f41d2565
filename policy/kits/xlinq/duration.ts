import { formatException } from "@/policy/expression/values/net-exception";
import { newSpan, ticksOf } from "@/policy/kits/json/time-values";
import type { NetTimeSpan } from "@/policy/kits/time/net-time-span";

const ticksPerSecond = 10_000_000n;

/** A TimeSpan as XML writes it: "P1DT2H3M4.5S". */
export function durationText(span: NetTimeSpan): string {
  const ticks = ticksOf(span);
  const size = ticks < 0n ? -ticks : ticks;
  const seconds = size / ticksPerSecond;
  const fraction = (size % ticksPerSecond).toString().padStart(7, "0").replace(/0+$/, "");
  const part = (amount: bigint, unit: string) => (amount === 0n ? "" : `${amount}${unit}`);
  const rest = seconds % 60n;
  const last = fraction !== "" ? `${rest}.${fraction}S` : part(rest, "S");
  const time = part((seconds / 3600n) % 24n, "H") + part((seconds / 60n) % 60n, "M") + last;
  const days = part(seconds / 86_400n, "D");
  const text = days + (time === "" ? "" : `T${time}`);
  return `${ticks < 0n ? "-" : ""}P${text === "" ? "T0S" : text}`;
}

const pattern =
  /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7})\d*)?S)?)?$/;

export function parseDuration(text: string): NetTimeSpan {
  const match = /^-?P$/.test(text) ? null : pattern.exec(text);
  if (!match) throw formatException(`The string '${text}' is not a valid TimeSpan value.`);
  const [years, months, days, hours, minutes, seconds] = match.slice(2, 8).map((part) => BigInt(part ?? 0));
  const total = (((years! * 365n + months! * 30n + days!) * 24n + hours!) * 60n + minutes!) * 60n + seconds!;
  const ticks = total * ticksPerSecond + BigInt((match[8] ?? "").padEnd(7, "0"));
  return newSpan(match[1] === undefined ? ticks : -ticks);
}
