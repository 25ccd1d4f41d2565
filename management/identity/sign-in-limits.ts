import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { type Admission, RateLimit } from "@/lib/rate-limit";
import { tooManyRequests } from "../refusals";
import { BackOff } from "./back-off";

interface Limits {
  addresses: RateLimit;
  setUps: RateLimit;
  pairs: BackOff;
}

/**
 * Guessing is slowed per address, and per address and account together. There is no limit per account alone: it would
 * let anyone lock a person out from afar.
 */
export const makeLimits = (now: () => number = Date.now): Limits => ({
  addresses: new RateLimit({ burst: 30, refillPerS: 0.5, now }),
  setUps: new RateLimit({ burst: 10, refillPerS: 0.1, now }),
  pairs: new BackOff({ free: 5, firstMs: 2_000, maxMs: 15 * 60_000, now }),
});

// Next gives each route its own copy of a module; the counts must be one.
const slot = Symbol.for("gatehouse.sign-in-limits");
const slots = globalThis as { [slot]?: Limits };
export const currentLimits = (): Limits => {
  slots[slot] ??= makeLimits();
  return slots[slot];
};
/** For tests: begin with fresh counts, on a clock of their own. */
export function setLimits(limits: Limits): void {
  slots[slot] = limits;
}

/** Throws 429 with Retry-After. */
export function admitAddress(address: string | null): void {
  refuseUnless(currentLimits().addresses.take(network(address)));
}
export function admitSetUp(address: string | null): void {
  refuseUnless(currentLimits().setUps.take(network(address)));
}
export function admitAttempt(address: string | null, email: string): void {
  refuseUnless(currentLimits().pairs.begin(pairKey(address, email)));
}
export function forgiveAttempts(address: string | null, email: string): void {
  currentLimits().pairs.succeed(pairKey(address, email));
}

function refuseUnless(admission: Admission): void {
  if (admission.allowed) return;
  const { retryAfterS } = admission;
  throw tooManyRequests(`Too many attempts from this address. Try again in ${retryAfterS} s.`, retryAfterS);
}

// Hashed, so that what strangers type neither lies around in memory nor fills it.
const pairKey = (address: string | null, email: string) =>
  createHash("sha256")
    .update(`${network(address)} ${email.trim().toLowerCase()}`)
    .digest("base64");

/** Whoever has one IPv6 address has 2^64 of them. */
function network(address: string | null): string {
  if (address === null || !isIPv6(address)) return address ?? "unknown";
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((each) => each !== "");
  if (tail !== undefined) while (groups.length < 4) groups.push("0");
  return groups.slice(0, 4).join(":");
}
