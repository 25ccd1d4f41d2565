import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { argumentNull, formatException } from "@/policy/expression/values/net-exception";
import { formatValue } from "./format-value";

const failure = (offset: number, reason: string) =>
  formatException(`Input string was not in a correct format. Failure to parse near offset ${offset}. ${reason}`);
const unclosed = (offset: number) => failure(offset, "Format item ends prematurely.");

const limit = 1_000_000;

/** string.Format: "{0,-5:N2}", with boxed arguments. */
export function formatString(format: string | null, arguments_: readonly unknown[]): string {
  if (format === null) throw argumentNull("format");
  tickMany(format.length);
  let text = "";
  const append = (piece: string) => {
    charge(2 * piece.length);
    text += piece;
  };
  let at = 0;
  const isDigit = () => {
    const code = format.charCodeAt(at);
    return code >= 48 && code <= 57;
  };
  const next = () => {
    if (++at >= format.length) throw unclosed(at);
  };
  const number = (): number => {
    if (!isDigit()) throw failure(at, "Expected an ASCII digit.");
    let value = 0;
    while (isDigit() && value < limit) {
      value = value * 10 + format.charCodeAt(at) - 48;
      next();
    }
    return value;
  };

  const brace = /[{}]/g;
  for (;;) {
    tick();
    brace.lastIndex = at;
    const found = brace.exec(format);
    append(format.slice(at, found?.index));
    if (found === null) return text;
    at = found.index;
    next();
    if (format[at] === found[0]) {
      append(found[0]);
      at++;
      continue;
    }
    if (found[0] === "}") throw failure(at, "Unexpected closing brace without a corresponding opening brace.");
    const index = number();
    let width = 0;
    let itemFormat: string | null = null;
    while (format[at] === " ") next();
    if (format[at] === ",") {
      do next();
      while (format[at] === " ");
      const left = format[at] === "-";
      if (left) next();
      width = left ? -number() : number();
      while (format[at] === " ") next();
    }
    if (format[at] === ":") {
      const start = at + 1;
      do {
        next();
        if (format[at] === "{") throw unclosed(at);
      } while (format[at] !== "}");
      itemFormat = format.slice(start, at);
    } else if (format[at] !== "}") throw unclosed(at);
    at++;
    if (index >= arguments_.length)
      throw formatException(
        "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.",
      );
    append(formatItem(arguments_[index], width, itemFormat));
  }
}

/** One item of a format or an interpolated string: to the right for a positive width, to the left for a negative one. */
export function formatItem(value: unknown, width: number, format: string | null): string {
  const text = formatValue(value, format);
  if (text.length >= Math.abs(width)) return text;
  charge(2 * Math.abs(width));
  return width < 0 ? text.padEnd(-width) : text.padStart(width);
}
