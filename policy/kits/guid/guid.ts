import { argumentException, argumentNull, formatException } from "@/policy/expression/values/net-exception";
import { type Comparable, type Formattable, NetObject } from "@/policy/expression/values/net-object";
import { hashText } from "@/policy/kits/object/hash";

/** System.Guid, kept as 32 small hexadecimal digits in the order they are written. */
export class Guid extends NetObject implements Comparable, Formattable {
  readonly digits: string;

  static readonly empty = new Guid("0".repeat(32));

  constructor(digits: string) {
    super();
    this.digits = digits;
  }

  static random(): Guid {
    return new Guid(crypto.randomUUID().replaceAll("-", ""));
  }

  /** From bytes as ToByteArray gives them: the first three groups have their lowest byte first. */
  static fromBytes(bytes: Uint8Array | null): Guid {
    if (bytes === null) throw argumentNull("b");
    if (bytes.length !== 16) throw argumentException("Byte array for Guid must be exactly 16 bytes long.", "b");
    return new Guid(places.map((place) => hex(bytes[place] ?? 0, 2)).join(""));
  }

  override get typeName(): string {
    return "System.Guid";
  }

  toBytes(): Uint8Array {
    const bytes = new Uint8Array(16);
    places.forEach((place, at) => {
      bytes[place] = Number.parseInt(this.digits.slice(2 * at, 2 * at + 2), 16);
    });
    return bytes;
  }

  compareTo(other: Guid): number {
    return this.digits < other.digits ? -1 : this.digits > other.digits ? 1 : 0;
  }

  compareWith(other: unknown): number {
    if (other === null) return 1;
    if (other instanceof Guid) return this.compareTo(other);
    throw argumentException("Object must be of type GUID.", "value");
  }

  override equalTo(other: unknown): boolean {
    return other instanceof Guid && other.digits === this.digits;
  }

  override hash(): number {
    return hashText(this.digits);
  }

  override toText(): string {
    return this.groups().join("-");
  }

  format(format: string | null): string {
    switch (format) {
      case null:
      case "":
      case "D":
      case "d":
        return this.toText();
      case "N":
      case "n":
        return this.digits;
      case "B":
      case "b":
        return `{${this.toText()}}`;
      case "P":
      case "p":
        return `(${this.toText()})`;
      case "X":
      case "x": {
        const [a, b, c] = this.groups();
        const rest = (this.digits.slice(16).match(/../g) ?? []).map((byte) => `0x${byte}`).join(",");
        return `{0x${a},0x${b},0x${c},{${rest}}}`;
      }
      default:
        throw formatException('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".');
    }
  }

  private groups(): string[] {
    const { digits } = this;
    return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)];
  }
}

/** For each written byte, where it stands in the array. */
const places = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

export const hex = (value: number, digits: number): string =>
  (value >>> 0).toString(16).padStart(digits, "0").slice(-digits);
