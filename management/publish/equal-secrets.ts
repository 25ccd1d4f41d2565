import { createHash, timingSafeEqual } from "node:crypto";

/** In a time that tells nothing of where they differ, or of their lengths. */
export function equalSecrets(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
