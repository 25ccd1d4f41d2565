import { hash, randomBytes } from "node:crypto";

const processSecret = randomBytes(32).toString("base64url");

/**
 * What subscriptions are looked up by. Without the secret nobody can say which keys land near each other, so the time a
 * look-up takes tells nothing about the keys that exist.
 */
export const keyHash = (key: string): string => hash("sha256", processSecret + key, "base64url");
