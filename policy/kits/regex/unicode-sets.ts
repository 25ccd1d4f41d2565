import { CharSet, lastCode } from "./char-set";
import { blocks } from "./unicode-blocks";

/** All units but surrogates, which the Unicode mode of JavaScript would join to pairs. */
let allUnits: string | null = null;

function unitsText(): string {
  if (allUnits !== null) return allUnits;
  const codes = Uint16Array.from({ length: lastCode + 1 }, (_, code) => (code >= 0xd800 && code <= 0xdfff ? 0 : code));
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += 4096) parts.push(String.fromCharCode(...codes.subarray(at, at + 4096)));
  allUnits = parts.join("");
  return allUnits;
}

function build(source: string): CharSet {
  const ranges: number[] = [];
  for (const { 0: run, index } of unitsText().matchAll(new RegExp(`[${source}]+`, "gu"))) {
    // The surrogates' places hold NUL, which must count where it stands only.
    if (index < 0xd800 && index + run.length > 0xd800) ranges.push(index, 0xd7ff);
    else if (index >= 0xd800 && index <= 0xdfff) {
      if (index + run.length > 0xe000) ranges.push(0xe000, index + run.length - 1);
    } else ranges.push(index, index + run.length - 1);
  }
  return CharSet.of(ranges);
}

const known = new Map<string, CharSet>();

function cached(source: string): CharSet {
  let set = known.get(source);
  if (set === undefined) {
    set = build(source);
    known.set(source, set);
  }
  return set;
}

export const digits = (): CharSet => cached("\\p{Nd}");
export const words = (): CharSet => cached("\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}");
export const spaces = (): CharSet => cached("\\t-\\r\\x85\\p{Z}");
/** What \b takes for part of a word: two joiners too. */
export const boundaryWords = (): CharSet => cached("\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}\\u200c\\u200d");

export const asciiDigits = CharSet.ofText("0123456789");
export const asciiWords = CharSet.of([0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a]);
export const asciiSpaces = CharSet.of([0x09, 0x0d, 0x20, 0x20]);

const surrogates = CharSet.of([0xd800, 0xdfff]);
const categories = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co Cn".split(" "),
);

/** What \p{name} stands for: a general category or a block; null where there is none of that name. */
export function property(name: string): CharSet | null {
  if (name === "Cs") return surrogates;
  if (name === "C") return cached("\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}").union(surrogates);
  if (categories.has(name)) return cached(`\\p{${name}}`);
  const block = blocks.get(name);
  return block === undefined ? null : CharSet.of([...block]);
}
