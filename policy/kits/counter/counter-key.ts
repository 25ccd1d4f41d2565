import { createHash } from "node:crypto";

const longest = 200;

/** What an expression makes of a request may be long; what is kept for it is not. */
export const counterKey = (prefix: string, key: string): string =>
  key.length <= longest ? prefix + key : `${prefix}sha256:${createHash("sha256").update(key).digest("hex")}`;
