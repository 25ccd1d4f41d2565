import { type KeyObject, verify, type X509Certificate } from "node:crypto";
import { contentOf, DerProblem, type DerValue, insideDer, readDer, tags } from "./der";

/** RFC 5280 section 5: a list whose signature was checked. */
export interface RevocationList {
  /** Serial numbers, in hexadecimal without leading zeros. */
  readonly revoked: ReadonlySet<string>;
  /** ms since the epoch; null: the list does not say. */
  readonly nextUpdate: number | null;
}

const hashes: ReadonlyMap<string, string> = new Map([
  ["2a864886f70d01010b", "sha256"],
  ["2a864886f70d01010c", "sha384"],
  ["2a864886f70d01010d", "sha512"],
  ["2a8648ce3d040302", "sha256"],
  ["2a8648ce3d040303", "sha384"],
  ["2a8648ce3d040304", "sha512"],
]);

/** Throws a DerProblem where it is no list, or one that the key has not signed. */
export function readRevocationList(bytes: Uint8Array, key: KeyObject): RevocationList {
  const [list, algorithm, signature] = inside(bytes, readDer(bytes, 0, bytes.length));
  if (list === undefined || algorithm === undefined || signature?.tag !== tags.bitString) {
    throw new DerProblem("It is not a revocation list.");
  }
  const [name] = inside(bytes, algorithm);
  const hash = name === undefined ? undefined : hashes.get(contentOf(bytes, name).toString("hex"));
  // The first byte of a bit string counts the bits that are left over.
  const isSigned =
    hash !== undefined &&
    verify(hash, bytes.subarray(list.start, list.end), key, contentOf(bytes, signature).subarray(1));
  if (!isSigned) throw new DerProblem("The signature of the revocation list is not valid.");
  return readEntries(bytes, list);
}

/** version?, algorithm, issuer, thisUpdate, nextUpdate?, entries?, extensions? */
function readEntries(bytes: Uint8Array, list: DerValue): RevocationList {
  const values = inside(bytes, list);
  const from = values[0]?.tag === tags.integer ? 4 : 3;
  const next = values[from];
  const hasNext = next !== undefined && (next.tag === tags.utcTime || next.tag === tags.generalizedTime);
  const entries = values[hasNext ? from + 1 : from];
  const revoked = new Set<string>();
  if (entries?.tag === tags.sequence) {
    for (const entry of insideDer(bytes, entries)) {
      const [serial] = inside(bytes, entry);
      if (serial?.tag === tags.integer) revoked.add(plainSerial(contentOf(bytes, serial).toString("hex")));
    }
  }
  return { revoked, nextUpdate: hasNext ? timeIn(contentOf(bytes, next).toString("latin1"), next.tag) : null };
}

export const plainSerial = (hex: string): string => hex.toLowerCase().replace(/^0+/, "");

/** YYMMDDhhmmssZ, or with four digits of the year. */
function timeIn(text: string, tag: number): number {
  const century = tag === tags.generalizedTime ? "" : Number(text.slice(0, 2)) < 50 ? "20" : "19";
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(century + text);
  if (found === null) throw new DerProblem("A time cannot be read.");
  const [year = 0, month = 1, ...rest] = found.slice(1).map(Number);
  return Date.UTC(year, month - 1, ...(rest as [number, number, number, number]));
}

const distributionPoints = "551d1f";

/** RFC 5280 section 4.2.1.13: where the certificate says that lists are. */
export function listAddresses({ raw }: X509Certificate): string[] {
  const [body] = inside(raw, readDer(raw, 0, raw.length));
  const extensions = body === undefined ? undefined : inside(raw, body).find(({ tag }) => tag === 0xa3);
  const [all] = extensions === undefined ? [] : inside(raw, extensions);
  for (const extension of all === undefined ? [] : inside(raw, all)) {
    const [name, ...rest] = inside(raw, extension);
    const value = rest.at(-1);
    if (name === undefined || contentOf(raw, name).toString("hex") !== distributionPoints || value === undefined)
      continue;
    return addressesIn(raw, { ...value, tag: tags.sequence });
  }
  return [];
}

/** Uniform resource identifiers, [6], however deep they stand. */
function addressesIn(bytes: Uint8Array, value: DerValue): string[] {
  return inside(bytes, value).flatMap((each) => {
    if (each.tag === 0x86) return [contentOf(bytes, each).toString("latin1")];
    return (each.tag & 0x20) !== 0 ? addressesIn(bytes, each) : [];
  });
}

const inside = (bytes: Uint8Array, value: DerValue): DerValue[] => [...insideDer(bytes, value)];
