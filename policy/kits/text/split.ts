import { charge, tick } from "@/policy/expression/values/budget";
import { argumentException, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { searchText } from "./search-text";
import { isWhiteSpace, trim } from "./white-space";

/** Where separators stand: pairs of offset and length, from left to right. */
type Separations = readonly (readonly [at: number, length: number])[];

const removeEmpty = 1;
const trimEntries = 2;

/** string.Split by characters; by white space where there are none. */
export function splitByCharacters(
  text: string,
  separators: readonly number[],
  count: number,
  options: number,
): string[] {
  const set = new Set(separators);
  const isSeparator = set.size === 0 ? isWhiteSpace : (code: number) => set.has(code);
  const found: [number, number][] = [];
  if (count > 1)
    for (let at = 0; at < text.length; at++) {
      tick();
      if (isSeparator(text.charCodeAt(at))) add(found, at, 1);
    }
  return collect(text, found, count, options);
}

/** string.Split by texts, of which empty ones do not count; the first that fits at a place wins. */
export function splitByTexts(text: string, separators: readonly string[], count: number, options: number): string[] {
  const real = separators.filter((separator) => separator !== "");
  const found: [number, number][] = [];
  if (count > 1 && real.length === 1) {
    const separator = real[0]!;
    for (let at = searchText(text, separator); at >= 0; at = searchText(text, separator, at + separator.length)) {
      tick();
      add(found, at, separator.length);
    }
  } else if (count > 1)
    for (let at = 0; at < text.length; at++) {
      for (const separator of real) {
        tick();
        if (!text.startsWith(separator, at)) continue;
        add(found, at, separator.length);
        at += separator.length - 1;
        break;
      }
    }
  return collect(text, found, count, options);
}

function add(found: [number, number][], at: number, length: number): void {
  charge(32);
  found.push([at, length]);
}

function collect(text: string, separations: Separations, count: number, options: number): string[] {
  if (count < 0) throw argumentOutOfRange("count", "Count cannot be less than zero.");
  if (options < 0 || options > 3) throw argumentException("Value of flags is invalid.", "options");
  charge(2 * text.length + 16 * (separations.length + 1));
  const parts: string[] = [];
  if (count === 0) return parts;
  const cut = (from: number, to: number) => {
    const part = text.slice(from, to);
    return (options & trimEntries) === 0 ? part : trim(part, "both", isWhiteSpace);
  };
  const drops = (options & removeEmpty) !== 0;
  let from = 0;
  for (let next = 0; next < separations.length && parts.length < count - 1; next++) {
    const [at, length] = separations[next]!;
    const part = cut(from, at);
    if (part !== "" || !drops) parts.push(part);
    from = at + length;
    // The last part starts after whatever would have been dropped.
    if (drops && parts.length === count - 1)
      for (let skip = next + 1; skip < separations.length && cut(from, separations[skip]![0]) === ""; skip++)
        from = separations[skip]![0] + separations[skip]![1];
  }
  const last = cut(from, text.length);
  if (last !== "" || !drops) parts.push(last);
  return parts;
}
