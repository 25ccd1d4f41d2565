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
