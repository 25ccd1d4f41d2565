import forge from "node-forge";

/**
 * The greatest number of key-derivation rounds that a PFX asks for. Wherever it says so, a salt stands before the
 * number: in the MAC, in each encrypted part, in each shrouded key.
 */
export function strongestIterations(value: forge.asn1.Asn1, depth = 0): number {
  if (depth > 24) return 0;
  const { Type, Class } = forge.asn1;
  if (!Array.isArray(value.value)) return value.type === Type.OCTETSTRING ? inside(value.value, depth) : 0;
  const parts = value.value;
  let strongest = 0;
  for (const [index, part] of parts.entries()) {
    const salt = parts[index - 1];
    const counted = part.type === Type.INTEGER && part.tagClass === Class.UNIVERSAL && salt?.type === Type.OCTETSTRING;
    strongest = Math.max(strongest, counted ? numberOf(part) : strongestIterations(part, depth + 1));
  }
  return strongest;
}

function numberOf(part: forge.asn1.Asn1): number {
  const hex = Buffer.from(String(part.value), "binary").toString("hex");
  return hex === "" ? 0 : Number(BigInt(`0x${hex}`));
}

/** Octets may hold a structure of their own, or be salt and cipher text. */
function inside(octets: string, depth: number): number {
  if (octets.charCodeAt(0) !== 0x30) return 0;
  try {
    return strongestIterations(forge.asn1.fromDer(octets), depth + 1);
  } catch {
    return 0;
  }
}
