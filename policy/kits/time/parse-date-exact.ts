import { tick, tickMany } from "@/policy/expression/values/budget";
import { type DatePart, dateParts } from "./date-pattern";
import { DateScanner } from "./date-scanner";
import { type DateResult, notRecognized, type ParsedDate, Style } from "./parsed-date";
import { standardPattern } from "./standard-patterns";

export interface ExactDate {
  readonly parsed: ParsedDate;
  readonly styles: number;
}

/** Reads a text that must follow a format, as DateTime.ParseExact does. */
export function parseDateExact(text: string, format: string, styles: number): DateResult<ExactDate> {
  tickMany(text.length + format.length);
  const pattern = format.length > 1 ? format : standardPattern(format);
  if (pattern === null) return "Format specifier was invalid.";
  let all = styles;
  if (format === "o" || format === "O") all |= Style.roundtripKind;
  if (format === "U") all |= Style.assumeUniversal | Style.adjustToUniversal;
  const scanner = new DateScanner(text, all);
  return readAll(scanner, dateParts(pattern)) ? { parsed: scanner.parsed, styles: all } : notRecognized(text);
}

function readAll(scanner: DateScanner, parts: readonly DatePart[]): boolean {
  for (const part of parts) {
    tick();
    scanner.skipInner();
    if (!readPart(scanner, part)) return false;
  }
  scanner.skipInner();
  return scanner.atEnd && scanner.settleHour();
}

function readPart(scanner: DateScanner, { letter, count, text }: DatePart): boolean {
  switch (letter) {
    case "literal":
      return count === 1 ? scanner.utc() : scanner.literal(text);
    case "y":
      return scanner.year(count);
    case "M":
      return count <= 2 ? scanner.number("month", count) : scanner.monthName(count);
    case "d":
      return count <= 2 ? scanner.number("day", count) : scanner.dayName(count);
    case "H":
    case "h":
      return scanner.hour(count, letter === "h");
    case "m":
      return scanner.number("minute", count);
    case "s":
      return scanner.number("second", count);
    case "f":
      return scanner.fraction(count, count);
    case "F":
      return scanner.fraction(0, count);
    case "t":
      return scanner.halfOfDay(count);
    case "z":
      return scanner.offset(count);
    case "K":
      return scanner.optionalZone();
    case "g":
      return scanner.literal("A.D.");
  }
}
