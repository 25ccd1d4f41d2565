import { tick } from "@/policy/expression/values/budget";
import { wellFormed } from "@/policy/kits/text/well-formed";
import type { Codec } from "./text-encoding";

const encoder = new TextEncoder();
// .NET keeps a byte order mark that stands in the bytes.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export const utf8: Codec = {
  webName: "utf-8",
  displayName: "Unicode (UTF-8)",
  codePage: 65_001,
  maxBytesPerChar: 3,
  preamble: [0xef, 0xbb, 0xbf],
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
};

const utf16 = (bigEndian: boolean): Codec => ({
  webName: bigEndian ? "utf-16BE" : "utf-16",
  displayName: bigEndian ? "Unicode (Big-Endian)" : "Unicode",
  codePage: bigEndian ? 1201 : 1200,
  maxBytesPerChar: 2,
  preamble: bigEndian ? [0xfe, 0xff] : [0xff, 0xfe],
  encode(text) {
    const whole = wellFormed(text);
    const bytes = new Uint8Array(whole.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < whole.length; at++) {
      tick();
      view.setUint16(at * 2, whole.charCodeAt(at), !bigEndian);
    }
    return bytes;
  },
  decode: (bytes) => new TextDecoder(bigEndian ? "utf-16be" : "utf-16le", { ignoreBOM: true }).decode(bytes),
});

const utf32: Codec = {
  webName: "utf-32",
  displayName: "Unicode (UTF-32)",
  codePage: 12_000,
  maxBytesPerChar: 4,
  preamble: [0xff, 0xfe, 0, 0],
  encode(text) {
    const bytes = new Uint8Array(text.length * 4);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const point of wellFormed(text)) {
      tick();
      view.setUint32(at, point.codePointAt(0) as number, true);
      at += 4;
    }
    return bytes.slice(0, at);
  },
  decode(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let text = "";
    for (let at = 0; at < bytes.length; at += 4) {
      tick();
      const point = at + 4 <= bytes.length ? view.getUint32(at, true) : 0x11_0000;
      text += point > 0x10_ffff || (point >= 0xd800 && point <= 0xdfff) ? "\ufffd" : String.fromCodePoint(point);
    }
    return text;
  },
};

/** One byte per character; what has none becomes a question mark. */
function singleByte(webName: string, displayName: string, codePage: number, characters: string): Codec {
  const codes = new Map([...characters].map((character, code) => [character, code] as const));
  return {
    webName,
    displayName,
    codePage,
    maxBytesPerChar: 1,
    preamble: [],
    encode(text) {
      const bytes = new Uint8Array(text.length);
      for (let at = 0; at < text.length; at++) {
        tick();
        bytes[at] = codes.get(text[at] as string) ?? 0x3f;
      }
      return bytes;
    },
    decode(bytes) {
      let text = "";
      for (const code of bytes) {
        tick();
        text += characters[code] ?? "?";
      }
      return text;
    },
  };
}

const codePoints = (count: number): string => String.fromCharCode(...Array.from({ length: count }, (_, code) => code));
const tableOf = (label: string): string =>
  new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, code) => code));

export const ascii = singleByte("us-ascii", "US-ASCII", 20_127, codePoints(128));
export const latin1 = singleByte("iso-8859-1", "Western European (ISO)", 28_591, codePoints(256));
export const unicode = utf16(false);
export const bigEndianUnicode = utf16(true);
export { utf32 };

const byName: ReadonlyMap<string, Codec> = new Map([
  ...["utf-8", "utf8", "unicode-1-1-utf-8"].map((name) => [name, utf8] as const),
  ...["us-ascii", "ascii", "us", "ansi_x3.4-1968"].map((name) => [name, ascii] as const),
  ...["iso-8859-1", "latin1", "l1", "iso_8859-1"].map((name) => [name, latin1] as const),
  ...["utf-16", "utf-16le", "unicode", "ucs-2"].map((name) => [name, unicode] as const),
  ...["utf-16be", "unicodefffe"].map((name) => [name, bigEndianUnicode] as const),
  ...["utf-32", "utf-32le"].map((name) => [name, utf32] as const),
]);
const builtIn = new Set([utf8, ascii, latin1, unicode, bigEndianUnicode, utf32]);

const windows = /^(?:windows-|cp)?(125[0-8])$/;
const iso = /^iso-8859-(\d{1,2})$/;
const made = new Map<string, Codec>();

/** An encoding by a name that it is known by; null for none. */
export function codecNamed(name: string): Codec | null {
  if (name.length > 100) return null;
  const wanted = name.trim().toLowerCase();
  const known = byName.get(wanted) ?? made.get(wanted);
  if (known !== undefined) return known;
  const page = windows.exec(wanted)?.[1];
  const part = Number(iso.exec(wanted)?.[1] ?? 0);
  if (page === undefined && !(part >= 2 && part <= 16 && part !== 12)) return null;
  const label = page === undefined ? `iso-8859-${part}` : `windows-${page}`;
  const codec = singleByte(label, label, page === undefined ? 28_590 + part : Number(page), tableOf(label));
  made.set(wanted, codec);
  return codec;
}

export function codecOfPage(codePage: number): Codec | null {
  if (codePage === 0) return utf8;
  for (const codec of builtIn) if (codec.codePage === codePage) return codec;
  if (codePage >= 28_592 && codePage <= 28_606) return codecNamed(`iso-8859-${codePage - 28_590}`);
  return codePage >= 1250 && codePage <= 1258 ? codecNamed(`windows-${codePage}`) : null;
}
