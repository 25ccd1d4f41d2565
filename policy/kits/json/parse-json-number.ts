import { boxDouble } from "@/policy/expression/values/boxed";
import { BigInteger } from "./big-integer";

interface JsonNumber {
  token: "Integer" | "Float";
  value: unknown;
}

const longest = 380;

/** A number as a boxed long, BigInteger or double; a leading zero means octal. null where it is none. */
export function parseJsonNumber(text: string): JsonNumber | null {
  if (text.length < 16 && /^-?[1-9]\d*$/.test(text)) return { token: "Integer", value: BigInt(Number(text)) };
  if (/^-?\d+$/.test(text) && !/^0\d/.test(text)) return text.length > longest ? null : integer(BigInt(text));
  if (/^0x[0-9a-f]{1,16}$/i.test(text)) return integer(BigInt.asIntN(64, BigInt(text)));
  if (/^0[0-7]{1,22}$/.test(text)) return integer(BigInt.asIntN(64, BigInt(`0o${text.slice(1)}`)));
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) && !/^0\d/.test(text))
    return { token: "Float", value: boxDouble(Number(text)) };
  return null;
}

function integer(value: bigint): JsonNumber {
  return { token: "Integer", value: BigInt.asIntN(64, value) === value ? value : new BigInteger(value) };
}
