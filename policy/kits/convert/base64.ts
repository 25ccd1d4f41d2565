import { charge, tickMany } from "@/policy/expression/values/budget";
import { argumentNull, argumentOutOfRange, formatException } from "@/policy/expression/values/net-exception";

const pattern = /^[A-Za-z0-9+/]*={0,2}$/;

/** Convert.ToBase64String, in lines of 76 characters if so wanted. */
export function toBase64(bytes: Uint8Array, withLines: boolean): string {
  tickMany(bytes.length >> 2);
  charge(3 * bytes.length);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  return withLines ? (text.match(/.{1,76}/g) ?? []).join("\r\n") : text;
}

/** Convert.FromBase64String, which lets white space stand anywhere. */
export function fromBase64(text: string | null): Uint8Array {
  if (text === null) throw argumentNull("s");
  tickMany(text.length >> 2);
  charge(3 * text.length);
  const dense = text.replace(/[ \t\r\n]+/g, "");
  if (dense.length % 4 !== 0 || !pattern.test(dense))
    throw formatException(
      "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.",
    );
  return new Uint8Array(Buffer.from(dense, "base64"));
}

export function toHex(bytes: Uint8Array): string {
  tickMany(bytes.length >> 2);
  charge(4 * bytes.length);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex").toUpperCase();
}

/** Convert.FromHexString */
export function fromHex(text: string | null): Uint8Array {
  if (text === null) throw argumentNull("s");
  tickMany(text.length >> 2);
  charge(text.length);
  if (text.length % 2 !== 0)
    throw formatException("The input is not a valid hex string as its length is not a multiple of 2.");
  if (!/^[0-9a-fA-F]*$/.test(text))
    throw formatException("The input is not a valid hex string as it contains a non-hex character.");
  return new Uint8Array(Buffer.from(text, "hex"));
}

/** A part of an array of bytes, named as the exceptions name it. */
export function byteRange(bytes: Uint8Array | null, offset: number, length: number, names = rangeNames): Uint8Array {
  if (bytes === null) throw argumentNull(names.array);
  if (length < 0)
    throw argumentOutOfRange(
      names.length,
      "Index was out of range. Must be non-negative and less than the size of the collection.",
    );
  if (offset < 0) throw argumentOutOfRange(names.offset, "Value must be positive.");
  if (offset > bytes.length - length)
    throw argumentOutOfRange(names.offset, "Offset and length must refer to a position in the string.");
  return bytes.subarray(offset, offset + length);
}

const rangeNames = { array: "inArray", offset: "offset", length: "length" };
