import { randomBytes, timingSafeEqual } from "node:crypto";

// Printed by the portal's entry and compared in Next's bundle, so it is kept where both see it.
const slot = Symbol.for("gatehouse.setup-code");
const slots = globalThis as { [slot]?: string };

// Crockford's letters: none that could be read as another.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Shows that whoever sets up the installation can read its console. Lives until the first operator exists, or the end of the process. */
export function makeSetupCode(): string {
  const code = [...randomBytes(12)].map((byte) => letters[byte % 32]).join("");
  slots[slot] = code;
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

export function isSetupCode(given: string): boolean {
  const code = slots[slot];
  const plain = given.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return code !== undefined && plain.length === code.length && timingSafeEqual(Buffer.from(plain), Buffer.from(code));
}

export function forgetSetupCode(): void {
  delete slots[slot];
}
