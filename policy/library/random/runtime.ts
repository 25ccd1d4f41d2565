import { charge } from "@/policy/expression/values/budget";
import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { implementType } from "@/policy/library/implement";
import { Random } from "./random";

let shared: Random | null = null;

function below(random: Random, limit: number): number {
  if (limit < 0) throw argumentOutOfRange("maxValue", "'maxValue' must be non-negative.");
  return random.between(0, limit);
}

function between(random: Random, least: number, limit: number): number {
  if (least > limit) throw argumentOutOfRange("minValue", "'minValue' cannot be greater than maxValue.");
  return random.between(least, limit);
}

function longBetween(random: Random, least: bigint, limit: bigint): bigint {
  if (least > limit) throw argumentOutOfRange("minValue", "'minValue' cannot be greater than maxValue.");
  const range = limit - least;
  if (range <= 1n) return least;
  const bits = (range - 1n).toString(2).length;
  for (;;) {
    const value = random.nextUlong() >> BigInt(64 - bits);
    if (value < range) return value + least;
  }
}

function fill(random: Random, buffer: Uint8Array | null): void {
  if (buffer === null) throw argumentNull("buffer");
  for (let at = 0; at < buffer.length; at++) buffer[at] = random.next();
}

function single(random: Random): number {
  for (;;) {
    const value = Math.fround(random.sample());
    if (value < 1) return value;
  }
}

export const runtime = implementType("System.Random", {
  "new()": () => {
    charge(256);
    return Random.unseeded();
  },
  "new(int)": (seed: number) => {
    charge(256);
    return new Random(seed);
  },
  Shared: () => {
    shared ??= Random.unseeded();
    return shared;
  },
  "Next()": (random: Random) => random.next(),
  "Next(int)": below,
  "Next(int, int)": between,
  "NextBytes(byte[])": fill,
  "NextDouble()": (random: Random) => random.sample(),
  "NextInt64()": (random: Random) => longBetween(random, 0n, 2n ** 63n - 1n),
  "NextInt64(long)": (random: Random, limit: bigint) => {
    if (limit < 0n) throw argumentOutOfRange("maxValue", "'maxValue' must be non-negative.");
    return longBetween(random, 0n, limit);
  },
  "NextInt64(long, long)": longBetween,
  "NextSingle()": single,
});
