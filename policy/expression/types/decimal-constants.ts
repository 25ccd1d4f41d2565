/** A decimal constant: digits and how many of them stand after the point. */
interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

const largest = (1n << 96n) - 1n;

function parse(text: string): Scaled {
  const [whole = "0", fraction = ""] = text.split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function print({ digits, scale }: Scaled): string | undefined {
  const size = digits < 0n ? -digits : digits;
  if (size > largest || scale > 28) return undefined;
  const sign = digits < 0n ? "-" : "";
  const text = size.toString().padStart(scale + 1, "0");
  return scale === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

const align = (value: Scaled, scale: number): bigint => value.digits * 10n ** BigInt(scale - value.scale);

/** undefined where the result has more digits than fit: it is left to the runtime, which rounds. */
export function foldDecimal(operator: string, left: string, right: string): string | boolean | undefined {
  const a = parse(left);
  const b = parse(right);
  const scale = Math.max(a.scale, b.scale);
  const first = align(a, scale);
  const second = align(b, scale);
  switch (operator) {
    case "+":
      return print({ digits: first + second, scale });
    case "-":
      return print({ digits: first - second, scale });
    case "*":
      return print({ digits: a.digits * b.digits, scale: a.scale + b.scale });
    case "==":
      return first === second;
    case "!=":
      return first !== second;
    case "<":
      return first < second;
    case ">":
      return first > second;
    case "<=":
      return first <= second;
    case ">=":
      return first >= second;
    default:
      return undefined;
  }
}

export const isZeroDecimal = (text: string): boolean => parse(text).digits === 0n;
export const negateDecimal = (text: string): string | undefined => {
  const { digits, scale } = parse(text);
  return print({ digits: -digits, scale });
};
export const truncateDecimal = (text: string): bigint => {
  const { digits, scale } = parse(text);
  return digits / 10n ** BigInt(scale);
};
