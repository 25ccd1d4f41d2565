import type { Comparable, Formattable } from "@/policy/expression/values/net-object";
import { hashOf } from "@/policy/kits/object/hash";
import { textOf } from "@/policy/kits/object/text-of";
import { compareAs } from "./compare-values";
import { JToken } from "./jtoken";
import { TokenType } from "./token-type";
import { tokenTypeOf } from "./token-type-of";
import { guardDepth } from "./too-deep";

/** A token without children: a string, a number, a date, null, a comment ... */
export class JValue extends JToken implements Comparable {
  type: number;
  /** Boxed. */
  value: unknown;

  constructor(value: unknown, type: number = tokenTypeOf(value)) {
    super();
    this.value = value;
    this.type = type;
  }

  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JValue";
  }

  /** The setter of JValue.Value: a string stays a comment or raw text where it replaces one. */
  replaceValue(value: unknown): void {
    const keeps = typeof value === "string" && (this.type === TokenType.Comment || this.type === TokenType.Raw);
    if (!keeps) this.type = tokenTypeOf(value);
    this.value = value;
  }

  clone(depth: number): JToken {
    guardDepth(depth);
    return new JValue(this.value, this.type);
  }

  deepEquals(other: JToken, depth: number): boolean {
    guardDepth(depth);
    if (other === this) return true;
    return other instanceof JValue && other.type === this.type && compareAs(this.type, this.value, other.value) === 0;
  }

  deepHash(): number {
    return this.hash();
  }

  override toText(): string {
    return textOf(this.value);
  }

  override equalTo(other: unknown): boolean {
    return other instanceof JValue && this.deepEquals(other, 0);
  }

  override hash(): number {
    return (this.type * 397) ^ hashOf(this.value);
  }

  compareWith(other: unknown): number {
    if (other === null) return 1;
    if (!(other instanceof JValue)) return compareAs(this.type, this.value, other);
    return compareAs(this.type === TokenType.String ? other.type : this.type, this.value, other.value);
  }

  /** IFormattable */
  format(format: string): string {
    const { value } = this;
    return value !== null && typeof value === "object" && "format" in value
      ? (value as Formattable).format(format)
      : textOf(value);
  }
}

export class JRaw extends JValue {
  constructor(text: unknown) {
    super(text, TokenType.Raw);
  }

  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JRaw";
  }

  override clone(depth: number): JToken {
    guardDepth(depth);
    return new JRaw(this.value);
  }
}

export const newNull = (): JValue => new JValue(null, TokenType.Null);
