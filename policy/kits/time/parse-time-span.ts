import { tickMany } from "@/policy/expression/values/budget";
import { formatException, overflowException } from "@/policy/expression/values/net-exception";
import { msPerDay, msPerHour, msPerMinute, msPerSecond } from "./calendar";
import { NetTimeSpan } from "./net-time-span";

export interface SpanParts {
  readonly negative: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** The digits after the point. */
  readonly fraction: string;
}

const daysOnly = /^\s*(?<sign>-?)(?<days>\d+)\s*$/;
const clockTime =
  /^\s*(?<sign>-?)(?:(?<days>\d+)\.)?(?<hours>\d+):(?<minutes>\d+)(?::(?<seconds>\d+)(?:\.(?<fraction>\d+))?)?\s*$/;
const general = /^\s*(?<sign>-?)(?<days>\d+):(?<hours>\d+):(?<minutes>\d+):(?<seconds>\d+)(?:\.(?<fraction>\d+))?\s*$/;

/** TimeSpan.Parse: "d", "h:m", "d.h:m", "h:m:s", "d.h:m:s", "d:h:m:s", the last three with a fraction if they like. */
export function parseTimeSpan(text: string): NetTimeSpan {
  tickMany(32);
  const found = text.length > 100 ? null : (daysOnly.exec(text) ?? clockTime.exec(text) ?? general.exec(text));
  if (!found?.groups) throw formatException(`String '${text}' was not recognized as a valid TimeSpan.`);
  const { sign, days, hours, minutes, seconds, fraction } = found.groups;
  return spanOf(
    {
      negative: sign === "-",
      days: Number(days ?? 0),
      hours: Number(hours ?? 0),
      minutes: Number(minutes ?? 0),
      seconds: Number(seconds ?? 0),
      fraction: fraction ?? "",
    },
    text,
  );
}

export function spanOf(parts: SpanParts, text: string): NetTimeSpan {
  const { negative, days, hours, minutes, seconds, fraction } = parts;
  const tooLarge =
    `The TimeSpan string '${text}' could not be parsed because at least one of the numeric components is out of range ` +
    "or contains too many digits.";
  if (days > 10_675_199 || hours > 23 || minutes > 59 || seconds > 59 || fraction.length > 7)
    throw overflowException(tooLarge);
  const ms = days * msPerDay + hours * msPerHour + minutes * msPerMinute + seconds * msPerSecond;
  const ticks = Number(fraction.padEnd(7, "0"));
  return negative ? NetTimeSpan.of(-ms, -ticks, tooLarge) : NetTimeSpan.of(ms, ticks, tooLarge);
}
