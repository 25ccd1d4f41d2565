import type { Type } from "@/policy/expression/types/type";

/**
 * What every .NET object of a running expression is, apart from strings, numbers, booleans, bytes and delegates. The
 * methods bear names of our own, fixed here: no name that a policy writes is ever looked up on a JavaScript object.
 */
export abstract class NetObject {
  /** The full name of its class: "System.DateTime", "System.Collections.Generic.List". */
  abstract get typeName(): string;

  /** What its class was constructed with: [int] of a List<int>. */
  get typeArguments(): readonly Type[] {
    return [];
  }

  /** object.ToString() */
  toText(): string {
    const { typeName, typeArguments } = this;
    if (typeArguments.length === 0) return typeName;
    return `${typeName}\`${typeArguments.length}[${typeArguments.map((type) => type.fullName).join(",")}]`;
  }

  /** object.Equals(object), with a boxed or null argument. */
  equalTo(other: unknown): boolean {
    return this === other;
  }

  /** object.GetHashCode(); equal objects have equal hashes. */
  hash(): number {
    return identityHash(this);
  }
}

/** For those that Comparer<T>.Default can order: negative, zero or positive. */
export interface Comparable {
  compareWith(other: unknown): number;
}

/** For those that string.Format and interpolation give a format to. */
export interface Formattable {
  format(format: string): string;
}

const hashes = new WeakMap<object, number>();
let next = 0x1f35;

export function identityHash(object: object): number {
  const known = hashes.get(object);
  if (known !== undefined) return known;
  next = (Math.imul(next, 1_103_515_245) + 12_345) | 0;
  hashes.set(object, next);
  return next;
}
