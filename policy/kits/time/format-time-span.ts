import { charge, tick } from "@/policy/expression/values/budget";
import { formatException } from "@/policy/expression/values/net-exception";
import { msPerDay, msPerHour, msPerMinute, msPerSecond } from "./calendar";
import { pad } from "./pad";

const badFormat = () => formatException("Input string was not in a correct format.");

/** What of a TimeSpan is written. */
interface Span {
  readonly ms: number;
  readonly sub: number;
}

interface Parts {
  readonly sign: string;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** Ticks below a second, in seven digits. */
  readonly fraction: string;
}

/** Of the absolute value: -0.5 ms, which is -1 ms and 5000 ticks, has 0 ms and 5000 ticks. */
function partsOf({ ms, sub }: Span): Parts {
  const whole = ms >= 0 ? ms : sub === 0 ? -ms : -ms - 1;
  const rest = ms < 0 && sub !== 0 ? 10_000 - sub : sub;
  return {
    sign: ms < 0 ? "-" : "",
    days: Math.floor(whole / msPerDay),
    hours: Math.floor(whole / msPerHour) % 24,
    minutes: Math.floor(whole / msPerMinute) % 60,
    seconds: Math.floor(whole / msPerSecond) % 60,
    fraction: pad((whole % msPerSecond) * 10_000 + rest, 7),
  };
}

/** TimeSpan.ToString(format) in the invariant culture. */
export function formatTimeSpan(span: Span, format: string): string {
  const parts = partsOf(span);
  const { sign, days, hours, minutes, seconds, fraction } = parts;
  const below = `${pad(minutes, 2)}:${pad(seconds, 2)}`;
  switch (format) {
    case "":
    case "c":
    case "t":
    case "T":
      return `${sign}${days > 0 ? `${days}.` : ""}${pad(hours, 2)}:${below}${fraction === "0000000" ? "" : `.${fraction}`}`;
    case "g":
      return `${sign}${days > 0 ? `${days}:` : ""}${hours}:${below}${`.${fraction}`.replace(/\.?0*$/, "")}`;
    case "G":
      return `${sign}${days}:${pad(hours, 2)}:${below}.${fraction}`;
    default:
      if (format.length === 1) throw badFormat();
      return custom(parts, format);
  }
}

function custom(parts: Parts, format: string): string {
  charge(format.length * 16);
  let text = "";
  for (let at = 0; at < format.length; ) {
    tick();
    const letter = format[at] as string;
    let count = 1;
    switch (letter) {
      case "d":
      case "h":
      case "m":
      case "s":
      case "f":
      case "F":
        while (format[at + count] === letter) count++;
        text += field(parts, letter, count);
        break;
      case "'":
      case '"': {
        const [literal, length] = quoted(format, at);
        text += literal;
        count = length;
        break;
      }
      case "%": {
        const next = format[at + 1];
        if (next === undefined || next === "%") throw badFormat();
        text += custom(parts, next);
        count = 2;
        break;
      }
      case "\\":
        if (at + 1 >= format.length) throw badFormat();
        text += format[at + 1];
        count = 2;
        break;
      default:
        throw badFormat();
    }
    at += count;
  }
  return text;
}

function field(parts: Parts, letter: string, count: number): string {
  if (count > (letter === "d" ? 8 : letter === "f" || letter === "F" ? 7 : 2)) throw badFormat();
  switch (letter) {
    case "d":
      return pad(parts.days, count);
    case "h":
      return pad(parts.hours, count);
    case "m":
      return pad(parts.minutes, count);
    case "s":
      return pad(parts.seconds, count);
    case "f":
      return parts.fraction.slice(0, count);
    default:
      return parts.fraction.slice(0, count).replace(/0+$/, "");
  }
}

/** What stands in quotes from `at`, and how long it is with them. */
export function quoted(format: string, at: number): readonly [text: string, length: number] {
  const quote = format[at];
  let text = "";
  for (let next = at + 1; next < format.length; next++) {
    tick();
    let letter = format[next] as string;
    if (letter === quote) return [text, next - at + 1];
    if (letter === "\\") {
      letter = format[++next] ?? "";
      if (letter === "") throw badFormat();
    }
    text += letter;
  }
  throw formatException(`Cannot find a matching quote character for the character '${quote}'.`);
}
