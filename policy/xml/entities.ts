import { entitiesInCode } from "./scan-expression";

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const reference = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z_][\w.-]*));|&/g;

export interface Decoded {
  value: string;
  /** Offsets of ampersands that start none of XML's five entities and no character reference. */
  problems: { at: number; name: string | null }[];
}

export function decode(raw: string): Decoded {
  const problems: Decoded["problems"] = [];
  if (!raw.includes("&")) return { value: raw, problems };
  const value = raw.replace(reference, (whole, decimal?: string, hex?: string, name?: string, at?: number) => {
    const known = name === undefined ? character(decimal, hex) : Object.hasOwn(named, name) ? named[name] : undefined;
    if (known !== undefined) return known;
    problems.push({ at: at ?? 0, name: name ?? null });
    return whole;
  });
  return { value, problems };
}

/** An expression in raw form with what stands escaped among its code decoded. */
export function decodeCode(raw: string): string {
  if (!raw.includes("&")) return raw;
  let value = "";
  let at = 0;
  for (const { start, end } of entitiesInCode(raw)) {
    value += raw.slice(at, start) + decode(raw.slice(start, end)).value;
    at = end;
  }
  return value + raw.slice(at);
}

/** The same as referencesIn, of what decodeCode replaces. */
export const codeReferencesIn = (raw: string): ReturnType<typeof referencesIn> =>
  entitiesInCode(raw).map(({ start, end }) => ({ at: start, written: end - start, meant: 1 }));

/** Every reference that decoding replaces: its place, its length as written and the length of what it means. */
export function referencesIn(raw: string): { at: number; written: number; meant: number }[] {
  return [...raw.matchAll(reference)].flatMap((match) => {
    const { value, problems } = decode(match[0]);
    return problems.length > 0 ? [] : [{ at: match.index, written: match[0].length, meant: value.length }];
  });
}

/** XML 1.0 section 2.2: the characters a document may hold. */
function character(decimal: string | undefined, hex: string | undefined): string | undefined {
  if (decimal === undefined && hex === undefined) return undefined;
  const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0x10ffff);
  return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}

export function encodeText(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function encodeAttribute(value: string, quote: '"' | "'"): string {
  const text = encodeText(value);
  return quote === '"' ? text.replaceAll('"', "&quot;") : text.replaceAll("'", "&apos;");
}
