import { tick, tickMany } from "@/policy/expression/values/budget";
import { formatException } from "@/policy/expression/values/net-exception";
import { quoted } from "./format-time-span";
import type { NetTimeSpan } from "./net-time-span";
import { spanOf } from "./parse-time-span";

const standard: ReadonlyMap<string, RegExp> = new Map([
  ["c", /^\s*(-?)(?:(\d+)\.)?(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,7}))?\s*$/],
  ["g", /^\s*(-?)(?:(\d+):)?(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,7}))?\s*$/],
  ["G", /^\s*(-?)(\d+):(\d{1,2}):(\d{1,2}):(\d{1,2})\.(\d{7})\s*$/],
]);

/** TimeSpan.ParseExact; null where the text does not follow the format. */
export function parseTimeSpanExact(text: string, format: string, negative: boolean): NetTimeSpan | null {
  tickMany(text.length + format.length);
  if (text.length > 100) return null;
  const pattern = standard.get(format === "t" || format === "T" ? "c" : format);
  if (pattern !== undefined) {
    const found = pattern.exec(text);
    if (found === null) return null;
    const [, sign, days, hours, minutes, seconds, fraction] = found;
    return spanOf(
      {
        negative: sign === "-",
        days: Number(days ?? 0),
        hours: Number(hours),
        minutes: Number(minutes),
        seconds: Number(seconds),
        fraction: fraction ?? "",
      },
      text,
    );
  }
  if (format.length <= 1) throw formatException("Input string was not in a correct format.");
  const parts = custom(text, format);
  return parts === null ? null : spanOf({ ...parts, negative }, text);
}

const most: ReadonlyMap<string, number> = new Map([
  ["d", 8],
  ["h", 2],
  ["m", 2],
  ["s", 2],
  ["f", 7],
  ["F", 7],
]);

function custom(text: string, format: string) {
  const values = { days: 0, hours: 0, minutes: 0, seconds: 0, fraction: "" };
  let at = 0;
  const literal = (expected: string) => {
    if (!text.startsWith(expected, at)) return false;
    at += expected.length;
    return true;
  };
  for (let from = 0; from < format.length; ) {
    tick();
    const letter = format[from] as string;
    let count = 1;
    const limit = most.get(letter);
    if (limit !== undefined) {
      while (format[from + count] === letter) count++;
      if (count > limit) throw formatException("Input string was not in a correct format.");
      const exact = letter === "f" || count > 1;
      const wide = letter === "d" ? Math.max(count, 8) : letter === "f" || letter === "F" ? count : 2;
      const least = letter === "F" ? 0 : exact ? count : 1;
      const digits = new RegExp(`^\\d{${least},${wide}}`).exec(text.slice(at))?.[0];
      if (digits === undefined) return null;
      at += digits.length;
      put(values, letter, digits);
    } else if (letter === "'" || letter === '"') {
      const [expected, length] = quoted(format, from);
      count = length;
      if (!literal(expected)) return null;
    } else if (letter === "\\") {
      count = 2;
      if (!literal(format[from + 1] ?? "")) return null;
    } else if (letter !== "%") throw formatException("Input string was not in a correct format.");
    from += count;
  }
  return at === text.length ? values : null;
}

type Values = { days: number; hours: number; minutes: number; seconds: number; fraction: string };

function put(values: Values, letter: string, digits: string): void {
  if (letter === "d") values.days = Number(digits);
  else if (letter === "h") values.hours = Number(digits);
  else if (letter === "m") values.minutes = Number(digits);
  else if (letter === "s") values.seconds = Number(digits);
  else values.fraction = digits;
}
