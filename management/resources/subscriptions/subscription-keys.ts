import { createHmac, randomBytes } from "node:crypto";
import type { StoreTransaction } from "../../store/store";
import { secretIds } from "../secret-fields";

const hashKey = randomBytes(32);
const hash = (key: string): string => createHmac("sha256", hashKey).update(key).digest("base64");

/** 32 hexadecimal digits, as Azure makes them; 128 random bits need no check for being taken. */
export const generateKey = (): string => randomBytes(16).toString("hex");

/**
 * Which of these keys another subscription has. Keys are compared by a hash under a key of this process, so neither
 * time nor a message tells anything about the keys of others.
 */
export async function takenKeys(tx: StoreTransaction, ownId: string, keys: readonly string[]): Promise<Set<string>> {
  const wanted = new Map(keys.map((key) => [hash(key), key]));
  const { documents } = await tx.list({ type: "subscriptions" });
  const ids = documents.filter(({ id }) => id !== ownId).flatMap(({ properties }) => secretIds(properties));
  const taken = new Set<string>();
  for (const value of (await tx.openSecrets(ids)).values()) {
    const key = wanted.get(hash(value));
    if (key !== undefined) taken.add(key);
  }
  return taken;
}
