import { tickMany } from "@/policy/expression/values/budget";
import { dayNames, daysIn, monthNames } from "./calendar";
import { type DateResult, emptyDate, fractionTicks, notRecognized, type ParsedDate } from "./parsed-date";

const iso =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:(?:T|[ ]+)(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,20}))?)?)?[ ]*(Z|[+-]\d{2}:?\d{2})?\s*$/;

/** No date is longer; what is would only cost time. */
const longest = 200;

/** Reads a date as DateTime.Parse does in the invariant culture: month, day, year. */
export function parseDate(text: string): DateResult<ParsedDate> {
  tickMany(32);
  if (text.length > longest) return notRecognized(text);
  const simple = iso.exec(text);
  // Without a time, the words for a day that does not exist are others.
  if (simple === null || simple[4] === undefined) return parseFree(text);
  const parsed = emptyDate();
  parsed.year = Number(simple[1]);
  parsed.month = Number(simple[2]);
  parsed.day = Number(simple[3]);
  parsed.hour = Number(simple[4]);
  parsed.minute = Number(simple[5]);
  parsed.second = Number(simple[6] ?? 0);
  parsed.fraction = fractionTicks(simple[7] ?? "0");
  if (simple[8] !== undefined && !readZone(parsed, simple[8])) return notRecognized(text);
  return parsed;
}

/** "Z", "GMT", "+2", "+02", "+0200" or "+02:00". */
export function readZone(parsed: ParsedDate, zone: string): boolean {
  if (/^(Z|GMT)$/i.test(zone)) {
    parsed.offset = 0;
    parsed.isUtc = true;
    return true;
  }
  const match = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (match === null) return false;
  const minutes = Number(match[3] ?? 0);
  if (minutes > 59) return false;
  parsed.offset = (Number(match[2]) * 60 + minutes) * (match[1] === "-" ? -1 : 1) + 0;
  return true;
}

const time =
  /(?:\bT|\b)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,20}))?)?(?:\s*(AM|PM|A|P)\b)?|\s*(AM|PM|A|P)\b)(?:\s*(Z|GMT|[+-]\d{1,2}(?::?\d{2})?))?(?![\dA-Z:+.-])/i;
const zoneBehindDate = /\s(Z|GMT|[+-]\d{2}:\d{2})$/i;

function parseFree(text: string): DateResult<ParsedDate> {
  const unknown = unknownWord(text);
  if (unknown !== null)
    return `The string '${text}' was not recognized as a valid DateTime. There is an unknown word starting at index '${unknown}'.`;
  const parsed = emptyDate();
  let date = text
    .trim()
    .replace(/(\d)Z/gi, "$1 Z")
    .replace(/(\d)T(\d)/gi, "$1 T$2");
  const found = time.exec(date);
  if (found !== null) {
    const before = date.slice(0, found.index).trim();
    const after = date.slice(found.index + found[0].length).trim();
    if (!readTime(parsed, found) || (before !== "" && after !== "" && !/^\d{4}$/.test(after)))
      return notRecognized(text);
    date = `${before} ${after}`.trim();
    if (date === "") return parsed;
  } else {
    const zone = zoneBehindDate.exec(date);
    if (zone !== null) {
      readZone(parsed, zone[1] as string);
      date = date.slice(0, zone.index).trim();
    }
  }
  return readDate(parsed, date) ? parsed : notRecognized(text);
}

function readTime(parsed: ParsedDate, found: RegExpExecArray): boolean {
  let hour = Number(found[1]);
  const half = (found[5] ?? found[6])?.toUpperCase();
  if (half !== undefined) {
    if (hour > 12) return false;
    hour = (hour % 12) + (half.startsWith("P") ? 12 : 0);
  }
  parsed.hour = hour;
  parsed.minute = Number(found[2] ?? 0);
  parsed.second = Number(found[3] ?? 0);
  parsed.fraction = fractionTicks(found[4] ?? "0");
  return found[7] === undefined || readZone(parsed, found[7]);
}

/** By the full name or its first three letters. */
function indexOfName(names: readonly string[], name: string): number {
  const wanted = name.toLowerCase();
  return names.findIndex((full) => full.toLowerCase() === wanted || full.slice(0, 3).toLowerCase() === wanted);
}

function unknownWord(text: string): number | null {
  for (const { 0: found, index } of text.matchAll(/[A-Z]+/gi)) {
    if (/^(AM|PM|A|P|T|Z|GMT)$/i.test(found)) continue;
    if (indexOfName(monthNames, found) < 0 && indexOfName(dayNames, found) < 0) return index;
  }
  return null;
}

/** Two digits are of the years 1950 to 2049. */
export function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function readDate(parsed: ParsedDate, date: string): boolean {
  if (/[^\dA-Z\s,./-]|[-/]{2}|[-/]$|^[-/]/i.test(date)) return false;
  const numbers: string[] = [];
  let monthAt = -1;
  for (const piece of date.split(/[\s,./-]+/)) {
    if (piece === "") continue;
    const month = indexOfName(monthNames, piece);
    const dayOfWeek = indexOfName(dayNames, piece);
    if (/^\d{1,4}$/.test(piece)) numbers.push(piece);
    else if (month >= 0 && monthAt < 0) {
      parsed.month = month + 1;
      monthAt = numbers.length;
    } else if (dayOfWeek >= 0 && parsed.dayOfWeek === null) parsed.dayOfWeek = dayOfWeek;
    else return false;
  }
  return (monthAt < 0 ? readNumbers(parsed, numbers) : readNamed(parsed, numbers)) && exists(parsed);
}

/** "1/15/2024", "2024-01-15", "01/2024", "2024-01", "1/15" */
function readNumbers(parsed: ParsedDate, [first, second, third, fourth]: readonly string[]): boolean {
  if (first === undefined || second === undefined || fourth !== undefined) return false;
  if (third !== undefined) {
    const yearFirst = first.length > 2;
    setDay(parsed, yearFirst ? first : third, yearFirst ? second : first, yearFirst ? third : second);
  } else if (first.length > 2) setDay(parsed, first, second, "1");
  else if (second.length > 2) setDay(parsed, second, first, "1");
  else setDay(parsed, null, first, second);
  return true;
}

function setDay(parsed: ParsedDate, year: string | null, month: string, day: string): void {
  parsed.year = year === null ? null : yearOf(year);
  parsed.month = Number(month);
  parsed.day = Number(day);
}

/** "15 January 2024", "Jan 15, 2024", "2024 January 15", "January 2024", "January 15" */
function readNamed(parsed: ParsedDate, [first, second, third]: readonly string[]): boolean {
  if (first === undefined || third !== undefined) return false;
  const yearFirst = first.length > 2;
  if (second === undefined && !yearFirst) {
    parsed.day = Number(first);
    return true;
  }
  parsed.year = yearOf(yearFirst || second === undefined ? first : second);
  parsed.day = yearFirst ? Number(second ?? 1) : Number(first);
  return true;
}

/** In a leap year, as long as no year is given. */
function exists({ year, month, day }: ParsedDate): boolean {
  if (month === null || day === null || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysIn(year ?? 2000, month);
}
