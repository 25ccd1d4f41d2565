import { type Comparable, NetObject } from "@/policy/expression/values/net-object";
import { hashLong } from "@/policy/kits/object/hash";

/** System.Numerics.BigInteger, only as far as JSON needs it: for integers that do not fit into a long. */
export class BigInteger extends NetObject implements Comparable {
  readonly value: bigint;

  constructor(value: bigint) {
    super();
    this.value = value;
  }

  override get typeName(): string {
    return "System.Numerics.BigInteger";
  }

  override toText(): string {
    return this.value.toString();
  }

  override equalTo(other: unknown): boolean {
    return other instanceof BigInteger && other.value === this.value;
  }

  override hash(): number {
    return hashLong(this.value);
  }

  compareWith(other: unknown): number {
    const value = other instanceof BigInteger ? other.value : 0n;
    return this.value < value ? -1 : Number(this.value > value);
  }
}
