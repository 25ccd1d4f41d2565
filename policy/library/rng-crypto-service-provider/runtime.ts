import { getRandomValues, randomInt } from "node:crypto";
import { charge, tickMany } from "@/policy/expression/values/budget";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { implementType } from "../implement";

class RandomSource extends NetObject {
  override readonly typeName = "System.Security.Cryptography.RNGCryptoServiceProvider";
}

/** The platform gives at most this much at once. */
const chunkBytes = 65_536;

function fill(data: Uint8Array | null): Uint8Array {
  if (data === null) throw argumentNull("data");
  tickMany(data.length >> 4);
  for (let at = 0; at < data.length; at += chunkBytes) getRandomValues(data.subarray(at, at + chunkBytes));
  return data;
}

function between(from: number, to: number): number {
  if (from >= to) throw argumentException("Range of random number does not contain at least one possibility.");
  return randomInt(from, to);
}

export const runtimes = [
  implementType("System.Security.Cryptography.RNGCryptoServiceProvider", {
    "new()": () => new RandomSource(),
    "GetBytes(byte[])": (_: RandomSource, data: Uint8Array | null) => {
      fill(data);
      return null;
    },
    "GetBytes(byte[], int, int)": (_: RandomSource, data: Uint8Array | null, offset: number, count: number) => {
      if (data === null) throw argumentNull("data");
      if (offset < 0 || count < 0 || offset + count > data.length) throw argumentOutOfRange("count");
      fill(data.subarray(offset, offset + count));
      return null;
    },
    "GetNonZeroBytes(byte[])": (_: RandomSource, data: Uint8Array | null) => {
      const bytes = fill(data);
      for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) bytes[at] = randomInt(1, 256);
      return null;
    },
    "Dispose()": () => null,
  }),
  implementType("System.Security.Cryptography.RandomNumberGenerator", {
    "GetBytes(int)": (count: number) => {
      if (count < 0) throw argumentOutOfRange("count", "Non-negative number required.");
      charge(count);
      return fill(new Uint8Array(count));
    },
    "GetInt32(int)": (to: number) => between(0, to),
    "GetInt32(int, int)": between,
  }),
];
