import { charge, tickMany } from "@/policy/expression/values/budget";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { toHex } from "@/policy/kits/convert/base64";
import { implementType } from "@/policy/library/implement";

const view = new DataView(new ArrayBuffer(8));

function bytes(size: number, write: () => void): Uint8Array {
  charge(size);
  write();
  return new Uint8Array(view.buffer.slice(0, size));
}

function read<T>(source: Uint8Array | null, start: number, size: number, get: (view: DataView) => T): T {
  if (source === null) throw argumentNull("value");
  if (start < 0 || start >= source.length)
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than the size of the collection.",
    );
  if (start > source.length - size)
    throw argumentException(
      "Destination array is not long enough to copy all the items in the collection. Check array index and length.",
      "value",
    );
  return get(new DataView(source.buffer, source.byteOffset + start, size));
}

const reader =
  <T>(size: number, get: (view: DataView) => T) =>
  (source: Uint8Array | null, start: number) =>
    read(source, start, size, get);

function toText(source: Uint8Array | null, start: number, length: number): string {
  if (source === null) throw argumentNull("value");
  if (start < 0 || (start >= source.length && start > 0))
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than the size of the collection.",
    );
  if (length < 0) throw argumentOutOfRange("length", "Value must be positive.");
  if (start > source.length - length)
    throw argumentException(
      "Destination array is not long enough to copy all the items in the collection. Check array index and length.",
      "value",
    );
  tickMany(length);
  charge(6 * length);
  return toHex(source.subarray(start, start + length)).replace(/..(?=.)/g, "$&-");
}

export const runtime = implementType("System.BitConverter", {
  IsLittleEndian: () => true,
  "GetBytes(bool)": (value: boolean) => bytes(1, () => view.setUint8(0, value ? 1 : 0)),
  "GetBytes(char)": (value: number) => bytes(2, () => view.setUint16(0, value, true)),
  "GetBytes(double)": (value: number) => bytes(8, () => view.setFloat64(0, value, true)),
  "GetBytes(float)": (value: number) => bytes(4, () => view.setFloat32(0, value, true)),
  "GetBytes(int)": (value: number) => bytes(4, () => view.setInt32(0, value, true)),
  "GetBytes(long)": (value: bigint) => bytes(8, () => view.setBigInt64(0, value, true)),
  "GetBytes(short)": (value: number) => bytes(2, () => view.setInt16(0, value, true)),
  "GetBytes(uint)": (value: number) => bytes(4, () => view.setUint32(0, value, true)),
  "GetBytes(ulong)": (value: bigint) => bytes(8, () => view.setBigUint64(0, value, true)),
  "GetBytes(ushort)": (value: number) => bytes(2, () => view.setUint16(0, value, true)),
  "ToBoolean(byte[], int)": reader(1, (at) => at.getUint8(0) !== 0),
  "ToChar(byte[], int)": reader(2, (at) => at.getUint16(0, true)),
  "ToDouble(byte[], int)": reader(8, (at) => at.getFloat64(0, true)),
  "ToInt16(byte[], int)": reader(2, (at) => at.getInt16(0, true)),
  "ToInt32(byte[], int)": reader(4, (at) => at.getInt32(0, true)),
  "ToInt64(byte[], int)": reader(8, (at) => at.getBigInt64(0, true)),
  "ToSingle(byte[], int)": reader(4, (at) => at.getFloat32(0, true)),
  "ToUInt16(byte[], int)": reader(2, (at) => at.getUint16(0, true)),
  "ToUInt32(byte[], int)": reader(4, (at) => at.getUint32(0, true)),
  "ToUInt64(byte[], int)": reader(8, (at) => at.getBigUint64(0, true)),
  "ToString(byte[])": (source: Uint8Array | null) => toText(source, 0, source?.length ?? 0),
  "ToString(byte[], int)": (source: Uint8Array | null, start: number) =>
    toText(source, start, (source?.length ?? 0) - start),
  "ToString(byte[], int, int)": toText,
  "DoubleToInt64Bits(double)": (value: number) => {
    view.setFloat64(0, value);
    return view.getBigInt64(0);
  },
  "Int64BitsToDouble(long)": (value: bigint) => {
    view.setBigInt64(0, value);
    return view.getFloat64(0);
  },
  "SingleToInt32Bits(float)": (value: number) => {
    view.setFloat32(0, value);
    return view.getInt32(0);
  },
  "Int32BitsToSingle(int)": (value: number) => {
    view.setInt32(0, value);
    return view.getFloat32(0);
  },
});
