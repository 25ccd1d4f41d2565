import { tickMany } from "@/policy/expression/values/budget";

/** How the root collation of Unicode orders what stands before letters. */
const symbols =
  "\t\n\v\f\r\u0085\u2028\u2029 \u00a0_-\u2013\u2014,;:!?.'\u2018\u2019\"\u201c\u201d()[]{}@*/\\&#%`^+<=>|~$0123456789";
const order = new Map<string, number>([...symbols].map((character, at) => [character, at + 1]));
const marks = /[\u0300-\u036f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the collation ignores them
const ignorable = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what ASCII means
const plain = /^[\u0009-\u000d\u0020-\u007e]*$/;

/**
 * string.Compare under the invariant culture: -1, 0 or 1. Letters first, whatever their accents and case; then accents;
 * then case, small letters first. Scripts other than Latin go by code point, which is near what .NET does.
 */
export function compareCulture(a: string, b: string, ignoreCase: boolean): number {
  if (a === b) return 0;
  tickMany((a.length + b.length) >> 3);
  const left = prepare(a);
  const right = prepare(b);
  const length = Math.min(left.base.length, right.base.length);
  let byCase = 0;
  for (let at = 0; at < length; at++) {
    const x = left.base.charAt(at);
    const y = right.base.charAt(at);
    if (x === y) continue;
    const difference = weight(x) - weight(y);
    if (difference !== 0) return difference < 0 ? -1 : 1;
    if (byCase === 0) byCase = x === x.toLowerCase() ? -1 : 1;
  }
  if (left.base.length !== right.base.length) return left.base.length < right.base.length ? -1 : 1;
  if (left.accents !== right.accents) return left.accents < right.accents ? -1 : 1;
  return ignoreCase ? 0 : byCase;
}

function weight(character: string): number {
  return order.get(character) ?? 1000 + character.toLowerCase().charCodeAt(0);
}

interface Prepared {
  readonly base: string;
  readonly accents: string;
}

function prepare(text: string): Prepared {
  if (plain.test(text)) return { base: text, accents: "" };
  let base = "";
  let accents = "";
  for (const character of text.normalize("NFD").replace(ignorable, "")) {
    if (marks.test(character)) accents += String.fromCharCode(base.length) + character;
    else base += expansions.get(character) ?? character;
  }
  return { base, accents };
}

const expansions = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["Æ", "AE"],
  ["œ", "oe"],
  ["Œ", "OE"],
]);
