import { charge, tick } from "@/policy/expression/values/budget";
import { formatException } from "@/policy/expression/values/net-exception";
import { type CalendarDate, dayNames, monthNames, msPerMinute } from "./calendar";
import { type DatePart, dateParts } from "./date-pattern";
import { Kind } from "./kind";
import { pad } from "./pad";
import { standardPattern } from "./standard-patterns";

/** What of a DateTime is written. */
interface Moment {
  readonly ms: number;
  readonly sub: number;
  readonly kind: number;
  readonly date: CalendarDate;
  readonly dayOfWeek: number;
  plus(ms: number, sub: number): Moment;
}

const badFormat = () => formatException("Input string was not in a correct format.");

/** DateTime.ToString(format); with the minutes of an offset, DateTimeOffset.ToString(format). */
export function formatDate(date: Moment, format: string, offset: number | null): string {
  if (format.length > 1) return write(date, format, offset);
  if (format === "") return write(date, offset === null ? "MM/dd/yyyy HH:mm:ss" : "MM/dd/yyyy HH:mm:ss zzz", offset);
  const pattern = standardPattern(format);
  if (pattern === null || (format === "U" && offset !== null)) throw badFormat();
  const inUtc = format === "r" || format === "R" || format === "u";
  return offset !== null && inUtc
    ? write(date.plus(-offset * msPerMinute, 0), pattern, 0)
    : write(date, pattern, offset);
}

function write(date: Moment, pattern: string, offset: number | null): string {
  charge(pattern.length * 4);
  const parts = dateParts(pattern);
  let text = "";
  for (const part of parts) {
    tick();
    const written = writePart(date, part, offset);
    charge(2 * written.length);
    // A point goes with the fraction that it would be before.
    if (part.letter === "F" && written === "" && text.endsWith(".")) text = text.slice(0, -1);
    else text += written;
  }
  return text;
}

function writePart(date: Moment, { letter, count, text }: DatePart, offset: number | null): string {
  switch (letter) {
    case "literal":
      return text;
    case "y": {
      const { year } = date.date;
      charge(2 * count);
      return count <= 2 ? pad(year % 100, count) : pad(year, count);
    }
    case "M":
      return count <= 2 ? pad(date.date.month, count) : nameOf(monthNames[date.date.month - 1] as string, count);
    case "d":
      return count <= 2 ? pad(date.date.day, count) : nameOf(dayNames[date.dayOfWeek] as string, count);
    case "H":
      return pad(hourOf(date), Math.min(count, 2));
    case "h":
      return pad(hourOf(date) % 12 || 12, Math.min(count, 2));
    case "m":
      return pad(Math.floor(date.ms / 60_000) % 60, Math.min(count, 2));
    case "s":
      return pad(Math.floor(date.ms / 1000) % 60, Math.min(count, 2));
    case "f":
      return fractionOf(date).slice(0, count);
    case "F":
      return fractionOf(date).slice(0, count).replace(/0+$/, "");
    case "t":
      return (hourOf(date) < 12 ? "AM" : "PM").slice(0, count);
    case "z":
      return offsetText(offset ?? 0, count);
    case "K":
      if (offset !== null) return offsetText(offset, 3);
      return date.kind === Kind.Utc ? "Z" : date.kind === Kind.Local ? "+00:00" : "";
    case "g":
      return "A.D.";
  }
}

const nameOf = (name: string, count: number) => (count === 3 ? name.slice(0, 3) : name);
const hourOf = (date: Moment) => Math.floor(date.ms / 3_600_000) % 24;
const fractionOf = (date: Moment) => pad((date.ms % 1000) * 10_000 + date.sub, 7);

/** "+2", "+02" or "+02:00", by how many z there are. */
function offsetText(minutes: number, count: number): string {
  const size = Math.abs(minutes);
  const hours = `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60), Math.min(count, 2))}`;
  return count < 3 ? hours : `${hours}:${pad(size % 60, 2)}`;
}
