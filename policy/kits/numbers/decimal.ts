import { argumentException, divideByZero, overflowException } from "@/policy/expression/values/net-exception";
import { type Comparable, type Formattable, NetObject } from "@/policy/expression/values/net-object";
import { hashText } from "@/policy/kits/object/hash";
import { shortest } from "./float-text";
import { formatDecimal } from "./format-number";
import { type Rounding, roundedQuotient } from "./rounding";

const limit = 79_228_162_514_264_337_593_543_950_335n;
const maxScale = 28;

const powers: bigint[] = [1n];
for (let at = 1; at <= 64; at++) powers.push(powers[at - 1]! * 10n);
/** Ten to the power of an exponent from 0 to 64. */
const power = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent);

export const decimalOverflow = () => overflowException("Value was either too large or too small for a Decimal.");

/** System.Decimal: a whole number of up to 96 bits divided by a power of ten, which it keeps: 1.50 is not written 1.5. */
export class Decimal extends NetObject implements Comparable, Formattable {
  readonly coefficient: bigint;
  /** 0 to 28 */
  readonly scale: number;

  static readonly zero = new Decimal(0n, 0);
  static readonly one = new Decimal(1n, 0);
  static readonly minusOne = new Decimal(-1n, 0);
  static readonly maxValue = new Decimal(limit, 0);
  static readonly minValue = new Decimal(-limit, 0);

  private constructor(coefficient: bigint, scale: number) {
    super();
    this.coefficient = coefficient;
    this.scale = scale;
  }

  /** coefficient / 10^scale, rounded half to even until it fits. */
  static of(coefficient: bigint, scale: number): Decimal {
    const size = coefficient < 0n ? -coefficient : coefficient;
    if (size <= limit && scale <= maxScale && scale >= 0) return new Decimal(coefficient, scale);
    if (scale < 0) return Decimal.of(coefficient * power(-scale), 0);
    for (let drop = Math.max(scale - maxScale, size.toString().length - 29, 0); drop <= scale; drop++) {
      const rounded = roundedQuotient(coefficient, power(drop), "even");
      if (rounded <= limit && rounded >= -limit && scale - drop <= maxScale) return new Decimal(rounded, scale - drop);
    }
    throw decimalOverflow();
  }

  static fromInteger(value: number | bigint): Decimal {
    return Decimal.of(BigInt(value), 0);
  }

  /** 15 significant digits of a double. */
  static fromDouble(value: number): Decimal {
    return fromFloat(value, 15);
  }

  /** 7 significant digits of a float. */
  static fromSingle(value: number): Decimal {
    return fromFloat(value, 7);
  }

  /** The text of a literal or constant: "-1.50", "1e3". */
  static parse(text: string): Decimal {
    const [mantissa = "0", exponent = "0"] = text.toLowerCase().split("e");
    const point = mantissa.indexOf(".");
    const decimals = point < 0 ? 0 : mantissa.length - point - 1;
    return Decimal.of(BigInt(mantissa.replace(".", "").replace("+", "")), decimals - Number(exponent));
  }

  override get typeName(): string {
    return "System.Decimal";
  }

  add(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return Decimal.of(this.at(scale) + other.at(scale), scale);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate());
  }

  multiply(other: Decimal): Decimal {
    return Decimal.of(this.coefficient * other.coefficient, this.scale + other.scale);
  }

  divide(other: Decimal): Decimal {
    if (other.coefficient === 0n) throw divideByZero();
    const ideal = this.scale - other.scale;
    if (ideal >= 0 && this.coefficient % other.coefficient === 0n)
      return Decimal.of(this.coefficient / other.coefficient, ideal);
    const numerator = this.coefficient * power(maxScale - ideal);
    const exact = numerator % other.coefficient === 0n;
    if (exact) return strip(Decimal.of(numerator / other.coefficient, maxScale), Math.max(ideal, 0));
    // One more digit, never 0 or 5 where something follows, keeps the second rounding honest.
    const long = (numerator * 100n) / other.coefficient;
    const sticky = long % 10n === 0n || long % 10n === 5n || long % 10n === -5n;
    const sign = this.coefficient < 0n === other.coefficient < 0n ? 1n : -1n;
    return strip(Decimal.of(sticky ? long + sign : long, maxScale + 2), 0);
  }

  remainder(other: Decimal): Decimal {
    if (other.coefficient === 0n) throw divideByZero();
    const scale = Math.max(this.scale, other.scale);
    return Decimal.of(this.at(scale) % other.at(scale), scale);
  }

  negate(): Decimal {
    return new Decimal(-this.coefficient, this.scale);
  }

  abs(): Decimal {
    return this.coefficient < 0n ? this.negate() : this;
  }

  /** To at most so many decimals; a shorter one stays as it is. */
  round(decimals: number, rounding: Rounding): Decimal {
    if (decimals >= this.scale) return this;
    return new Decimal(roundedQuotient(this.coefficient, power(this.scale - decimals), rounding), decimals);
  }

  /** Without its fraction. */
  truncated(): bigint {
    return this.coefficient / power(this.scale);
  }

  toNumber(): number {
    return Number(this.toText());
  }

  compareTo(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const left = this.at(scale);
    const right = other.at(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  compareWith(other: unknown): number {
    if (other === null) return 1;
    if (other instanceof Decimal) return this.compareTo(other);
    throw argumentException("Object must be of type Decimal.");
  }

  override equalTo(other: unknown): boolean {
    return other instanceof Decimal && this.compareTo(other) === 0;
  }

  override hash(): number {
    const { coefficient, scale } = strip(this, 0);
    return hashText(`${coefficient}e${scale}`);
  }

  override toText(): string {
    const negative = this.coefficient < 0n;
    const digits = (negative ? -this.coefficient : this.coefficient).toString().padStart(this.scale + 1, "0");
    const sign = negative ? "-" : "";
    if (this.scale === 0) return sign + digits;
    return `${sign}${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`;
  }

  format(format: string): string {
    return formatDecimal(this, format);
  }

  private at(scale: number): bigint {
    return this.coefficient * power(scale - this.scale);
  }
}

function fromFloat(value: number, precision: number): Decimal {
  if (!Number.isFinite(value)) throw decimalOverflow();
  const rounded = Number(value.toPrecision(precision));
  // The largest doubles round up to infinity.
  if (!Number.isFinite(rounded)) throw decimalOverflow();
  const { digits, scale, negative } = shortest(rounded);
  if (digits === "" || scale < -maxScale) return Decimal.zero;
  const coefficient = BigInt(digits);
  return strip(Decimal.of(negative ? -coefficient : coefficient, digits.length - scale), 0);
}

/** Without trailing zeros, as far as a scale. */
function strip(value: Decimal, scale: number): Decimal {
  let { coefficient, scale: left } = value;
  while (left > scale && coefficient % 10n === 0n) {
    coefficient /= 10n;
    left--;
  }
  return left === value.scale ? value : Decimal.of(coefficient, left);
}
