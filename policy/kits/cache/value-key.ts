import { createHash } from "node:crypto";

const longest = 500;

/** Where a value is kept that policies name themselves; apart from where responses are. */
export const valueKey = (key: string): string =>
  key.length <= longest ? `value|${key}` : `value|sha256:${createHash("sha256").update(key).digest("hex")}`;
