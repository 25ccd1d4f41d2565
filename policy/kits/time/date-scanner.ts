import { isWhiteSpace } from "@/policy/kits/text/white-space";
import { dayNames, monthNames } from "./calendar";
import { readZone, yearOf } from "./parse-date";
import { emptyDate, fractionTicks, Style } from "./parsed-date";

/** Takes pieces of a date from a text, one after another; each says whether it was there. */
export class DateScanner {
  readonly parsed = emptyDate();
  private at = 0;
  private end: number;
  private half: string | null = null;
  private isHour12 = false;
  private readonly text: string;
  private readonly styles: number;

  constructor(text: string, styles: number) {
    this.text = text;
    this.styles = styles;
    this.end = text.length;
    if (styles & Style.leadingWhite) this.skip();
    if (styles & Style.trailingWhite) {
      while (this.end > this.at && isWhiteSpace(text.charCodeAt(this.end - 1))) this.end--;
    }
  }

  get atEnd(): boolean {
    return this.at === this.end;
  }

  skipInner(): void {
    if (this.styles & Style.innerWhite) this.skip();
  }

  private skip(): void {
    while (this.at < this.end && isWhiteSpace(this.text.charCodeAt(this.at))) this.at++;
  }

  /** Once all is read: of 12 hours and a half of the day, the hour. */
  settleHour(): boolean {
    const { parsed } = this;
    if (this.isHour12 && parsed.hour > 12) return false;
    if (this.half === null) return true;
    if (parsed.hour <= 12) parsed.hour = (parsed.hour % 12) + (this.half === "P" ? 12 : 0);
    return true;
  }

  year(count: number): boolean {
    const digits = this.digits(count, count <= 2 ? 2 : Math.max(count, 4));
    if (digits === null) return false;
    return this.put("year", count <= 2 ? yearOf(digits.slice(-2)) : Number(digits));
  }

  number(field: "month" | "day" | "minute" | "second", count: number): boolean {
    const digits = this.digits(Math.min(count, 2), 2);
    if (digits === null) return false;
    if (field === "month" || field === "day") return this.put(field, Number(digits));
    this.parsed[field] = Number(digits);
    return true;
  }

  hour(count: number, isHour12: boolean): boolean {
    const digits = this.digits(Math.min(count, 2), 2);
    if (digits === null) return false;
    this.parsed.hour = Number(digits);
    this.isHour12 ||= isHour12;
    return true;
  }

  fraction(least: number, most: number): boolean {
    const digits = this.digits(least, most);
    if (digits === null) return false;
    this.parsed.fraction = fractionTicks(digits === "" ? "0" : digits);
    return true;
  }

  monthName(count: number): boolean {
    const index = this.name(monthNames, count);
    return index >= 0 && this.put("month", index + 1);
  }

  dayName(count: number): boolean {
    const index = this.name(dayNames, count);
    return index >= 0 && this.put("dayOfWeek", index);
  }

  halfOfDay(count: number): boolean {
    const letters = this.text.slice(this.at, Math.min(this.at + Math.min(count, 2), this.end)).toUpperCase();
    if (!(count === 1 ? ["A", "P"] : ["AM", "PM"]).includes(letters)) return false;
    this.at += letters.length;
    this.half = letters.slice(0, 1);
    return true;
  }

  literal(text: string): boolean {
    if (!(this.styles & Style.innerWhite)) return this.take(text);
    for (const letter of text) {
      this.skip();
      if (!isWhiteSpace(letter.charCodeAt(0)) && !this.take(letter)) return false;
    }
    return true;
  }

  private take(text: string): boolean {
    if (this.at + text.length > this.end || !this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  utc(): boolean {
    const zone = this.startsWith("GMT") ? "GMT" : "Z";
    if (!this.startsWith(zone)) return false;
    this.at += zone.length;
    return readZone(this.parsed, zone);
  }

  offset(count: number): boolean {
    if (count >= 3 && this.startsWith("Z")) return this.utc();
    const pattern = count === 1 ? /^[+-]\d{1,2}/ : count === 2 ? /^[+-]\d{2}/ : /^[+-]\d{1,2}:?\d{2}/;
    const found = pattern.exec(this.text.slice(this.at, Math.min(this.end, this.at + 6)));
    if (found === null) return false;
    this.at += found[0].length;
    return readZone(this.parsed, found[0]);
  }

  /** "Z", "+02:00" or nothing. */
  optionalZone(): boolean {
    if (this.startsWith("Z")) return this.utc();
    return this.startsWith("+") || this.startsWith("-") ? this.offset(3) : true;
  }

  /** A value given twice must be the same. */
  private put(field: "year" | "month" | "day" | "dayOfWeek", value: number): boolean {
    const before = this.parsed[field];
    this.parsed[field] = value;
    return before === null || before === value;
  }

  private digits(least: number, most: number): string | null {
    let to = this.at;
    while (to < this.end && to - this.at < most && isDigit(this.text.charCodeAt(to))) to++;
    if (to - this.at < least) return null;
    const digits = this.text.slice(this.at, to);
    this.at = to;
    return digits;
  }

  private name(names: readonly string[], count: number): number {
    const index = names.findIndex((name) => this.startsWith(count === 3 ? name.slice(0, 3) : name));
    if (index >= 0) this.at += count === 3 ? 3 : (names[index] as string).length;
    return index;
  }

  private startsWith(text: string): boolean {
    const there = this.text.slice(this.at, Math.min(this.at + text.length, this.end));
    return there.toLowerCase() === text.toLowerCase();
  }
}

const isDigit = (code: number) => code >= 48 && code <= 57;
