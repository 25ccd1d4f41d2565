import { begin, end } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { textToDateTime } from "@/policy/kits/json/dates";
import { htmlEncode } from "@/policy/kits/net/html-text";
import { urlDecode, urlEncode } from "@/policy/kits/net/url-text";
import { NetRegex } from "@/policy/kits/regex/net-regex";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { localNow } from "@/policy/kits/time/now";
import { printed } from "./printed";

type Filter = (input: unknown, ...args: unknown[]) => unknown;

const text = printed;
const isNothing = (value: unknown): boolean => value === null || value === undefined;
const list = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  if (isNothing(value)) return [];
  const isSequence = typeof value === "object" && Symbol.iterator in (value as object);
  const items = isSequence ? [...(value as Iterable<unknown>)] : [];
  return items.length > 0 ? items : [value];
};

/** A text that holds a number is one; anything else counts as nothing. */
function number(value: unknown): number {
  const found = Number(text(value).trim());
  return Number.isFinite(found) ? found : 0;
}

/** As C# does: whole numbers give a whole number. */
const arithmetic =
  (run: (a: number, b: number) => number): Filter =>
  (input, operand) => {
    const result = run(number(input), number(operand));
    return Number.isFinite(result) ? Number(result.toPrecision(15)) : null;
  };

function dividedBy(input: unknown, operand: unknown): unknown {
  const [a, b] = [number(input), number(operand)];
  if (b === 0) throw new Error("Attempted to divide by zero.");
  const isWhole = Number.isInteger(a) && Number.isInteger(b) && !`${text(input)}${text(operand)}`.includes(".");
  return isWhole ? Math.trunc(a / b) : a / b;
}

/** Half to even, as Math.Round. */
function round(input: unknown, places: unknown): number {
  const factor = 10 ** Math.min(Math.max(number(places), 0), 15);
  const scaled = Number((number(input) * factor).toPrecision(15));
  const below = Math.floor(scaled);
  const isHalf = scaled - below === 0.5;
  return (isHalf ? below + (below % 2 === 0 ? 0 : 1) : Math.round(scaled)) / factor;
}

/** Patterns are .NET's, and are given as much time as an expression's. */
function replacing(input: unknown, pattern: unknown, replacement: unknown, count: number): string {
  begin({ steps: 5_000_000, bytes: 32 * 1024 * 1024, milliseconds: 40 });
  try {
    return text(pattern) === ""
      ? text(input)
      : new NetRegex(text(pattern)).replace(text(input), text(replacement), count);
  } catch (error) {
    throw error instanceof NetException ? new Error(error.message) : error;
  } finally {
    end();
  }
}

function dateOf(input: unknown): NetDateTime | null {
  const inner = (input as { liquidMethodMissing?: (name: string) => unknown } | null)?.liquidMethodMissing?.("ToDate");
  if (inner instanceof NetDateTime) return inner;
  const written = text(input).trim();
  if (/^(now|today)$/i.test(written)) return localNow();
  try {
    return textToDateTime(written);
  } catch {
    return null;
  }
}

function date(input: unknown, format: unknown): unknown {
  if (isNothing(input) || isNothing(format) || text(format) === "") return input;
  const found = dateOf(input);
  return found === null ? text(input) : found.format(text(format));
}

function slice(input: unknown, start: unknown, length: unknown = 1): unknown {
  const whole = Array.isArray(input) ? input : text(input);
  const size = whole.length;
  const from = number(start) < 0 ? size + number(start) : number(start);
  return from < 0 || from > size ? "" : whole.slice(from, from + Math.max(0, number(length)));
}

const currencies: Readonly<Record<string, string>> = {
  US: "USD",
  GB: "GBP",
  CH: "CHF",
  JP: "JPY",
  CA: "CAD",
  AU: "AUD",
  IN: "INR",
};

function currency(input: unknown, culture: unknown): unknown {
  const amount = Number(text(input));
  if (text(input).trim() === "" || !Number.isFinite(amount)) return input;
  const name = isNothing(culture) || text(culture) === "" ? "en-US" : text(culture);
  const region = name.split("-").at(-1)?.toUpperCase() ?? "";
  try {
    return new Intl.NumberFormat(name, { style: "currency", currency: currencies[region] ?? "EUR" }).format(amount);
  } catch {
    throw new Error(`'${name}' is not a culture.`);
  }
}

const keyed = (item: unknown, key: unknown): unknown =>
  (item as { liquidMethodMissing?: (name: string) => unknown } | null)?.liquidMethodMissing?.(text(key)) ?? null;

function sorted(input: unknown, key: unknown): unknown[] {
  const by = (item: unknown): unknown => (isNothing(key) ? item : keyed(item, key));
  return [...list(input)].sort((left, right) => {
    const [a, b] = [by(left), by(right)];
    if (typeof a === "number" && typeof b === "number") return a - b;
    const [x, y] = [text(a), text(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

/** The names of C#; a template may write them in Ruby's way, too. */
export const filters: Readonly<Record<string, Filter>> = {
  Abs: (input) => Math.abs(number(input)),
  Append: (input, more) => text(input) + text(more),
  AtLeast: (input, least) => Math.max(number(input), number(least)),
  AtMost: (input, most) => Math.min(number(input), number(most)),
  Capitalize: (input) => text(input).replace(/(^|[^\p{L}\p{N}_])(\p{L})/gu, (whole) => whole.toUpperCase()),
  Compact: (input) => list(input).filter((item) => !isNothing(item)),
  Currency: currency,
  Date: date,
  Default: (input, other) => (isNothing(input) || input === false || text(input) === "" ? other : input),
  DividedBy: dividedBy,
  Downcase: (input) => text(input).toLowerCase(),
  Escape: (input) => htmlEncode(text(input)),
  First: (input) => list(input)[0],
  H: (input) => htmlEncode(text(input)),
  Join: (input, glue = " ") => list(input).map(text).join(text(glue)),
  Last: (input) => list(input).at(-1),
  Lstrip: (input) => text(input).trimStart(),
  Map: (input, key) => list(input).map((item) => keyed(item, key)),
  Minus: arithmetic((a, b) => a - b),
  Modulo: arithmetic((a, b) => a % b),
  NewlineToBr: (input) => text(input).replace(/\r?\n/g, "<br />\r\n"),
  Plus: arithmetic((a, b) => a + b),
  Prepend: (input, more) => text(more) + text(input),
  Remove: (input, part) => (text(part) === "" ? text(input) : text(input).replaceAll(text(part), "")),
  RemoveFirst: (input, part) => replacing(input, part, "", 1),
  Replace: (input, pattern, replacement) => replacing(input, pattern, replacement, -1),
  ReplaceFirst: (input, pattern, replacement) => replacing(input, pattern, replacement, 1),
  Round: round,
  Rstrip: (input) => text(input).trimEnd(),
  Size: (input) => (typeof input === "string" ? input.length : isNothing(input) ? 0 : list(input).length),
  Slice: slice,
  Sort: sorted,
  Split: (input, separator) =>
    text(input)
      .split(text(separator))
      .filter((part) => part !== ""),
  Strip: (input) => text(input).trim(),
  StripHtml: (input) => text(input).replace(/<[^<>]*>/g, ""),
  StripNewlines: (input) => text(input).replace(/\r?\n/g, ""),
  Times: arithmetic((a, b) => a * b),
  Truncate: (input, length = 50, mark = "...") =>
    text(input).length > number(length)
      ? text(input).slice(0, Math.max(0, number(length) - text(mark).length)) + text(mark)
      : text(input),
  TruncateWords: (input, count = 15, mark = "...") => {
    const words = text(input).split(" ");
    const kept = Math.max(1, number(count));
    return words.length > kept ? words.slice(0, kept).join(" ") + text(mark) : text(input);
  },
  Uniq: (input) => [...new Map(list(input).map((item) => [text(item), item])).values()],
  Upcase: (input) => text(input).toUpperCase(),
  UrlDecode: (input) => urlDecode(text(input)),
  UrlEncode: (input) => urlEncode(text(input)),
};
