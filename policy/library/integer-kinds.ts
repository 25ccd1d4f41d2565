/** What tells one integer type from another. */
export interface IntegerKind {
  readonly name: string;
  readonly bits: 8 | 16 | 32 | 64;
  readonly min: bigint;
  readonly max: bigint;
  /** long and ulong are bigints, the others numbers. */
  readonly isBig: boolean;
  /** As exceptions call it: "an Int32". */
  readonly phrase: string;
}

function kind(name: string, bits: IntegerKind["bits"], signed: boolean, phrase: string): IntegerKind {
  const min = signed ? -(2n ** BigInt(bits - 1)) : 0n;
  return { name, bits, min, max: min + 2n ** BigInt(bits) - 1n, isBig: bits === 64, phrase };
}

export const sbyteKind = kind("SByte", 8, true, "a signed byte");
export const byteKind = kind("Byte", 8, false, "an unsigned byte");
export const int16Kind = kind("Int16", 16, true, "an Int16");
export const uint16Kind = kind("UInt16", 16, false, "a UInt16");
export const int32Kind = kind("Int32", 32, true, "an Int32");
export const uint32Kind = kind("UInt32", 32, false, "a UInt32");
export const int64Kind = kind("Int64", 64, true, "an Int64");
export const uint64Kind = kind("UInt64", 64, false, "a UInt64");
export const integerKinds: readonly IntegerKind[] = [
  sbyteKind,
  byteKind,
  int16Kind,
  uint16Kind,
  int32Kind,
  uint32Kind,
  int64Kind,
  uint64Kind,
];
