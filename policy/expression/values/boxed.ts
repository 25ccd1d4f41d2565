/**
 * How values of C# stand in JavaScript.
 *
 * Where the static type is known, a value is *raw*: bool is a boolean; string a string; sbyte, byte, short, ushort, int,
 * uint, float, double, char (its code unit) and every enum a number; long and ulong a bigint; decimal, DateTime, Guid and
 * every other type an object of its class; byte[] a Uint8Array; other arrays a NetArray; a delegate a function; null is null.
 *
 * Where the static type is object, an interface or a type parameter, a value is *boxed*: it can say its own type. A boxed
 * int is still a plain number and a boxed long a plain bigint, string, bool, null and objects stay as they are, and the
 * rest (double, float, char, the small integers, uint, ulong, enums) is a Boxed. Elements of collections and arrays, and
 * arguments and results of delegates declared as type parameters, are boxed; so the common case costs nothing.
 */
export class Boxed {
  /** "System.Double", or the full name of an enum. */
  readonly typeName: string;
  readonly value: number | bigint;

  constructor(typeName: string, value: number | bigint) {
    this.typeName = typeName;
    this.value = value;
  }
}

export const boxDouble = (value: number): Boxed => new Boxed("System.Double", value);
export const boxFloat = (value: number): Boxed => new Boxed("System.Single", value);
export const boxChar = (code: number): Boxed => new Boxed("System.Char", code);
export const boxByte = (value: number): Boxed => new Boxed("System.Byte", value);

/** The variable behind an `out` or `ref` argument, holding a value as raw or boxed as the parameter's declared type says. */
export class Ref<T> {
  value: T;

  constructor(value: T) {
    this.value = value;
  }
}
