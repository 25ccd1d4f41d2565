import { tickMany } from "@/policy/expression/values/budget";
import { CharSet, lastCode } from "./char-set";

let byLower: Map<number, number[]> | null = null;

/** A unit's lower case, where that is one unit. */
function lowerOf(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  // The dotted capital I equals nothing else in the invariant culture.
  if (code === 0x130 || (code >= 0xd800 && code <= 0xdfff)) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

function equivalents(code: number): readonly number[] {
  if (byLower === null) {
    byLower = new Map();
    for (let each = 0; each <= lastCode; each++) {
      const lower = lowerOf(each);
      if (lower === each) continue;
      const group = byLower.get(lower);
      if (group === undefined) byLower.set(lower, [lower, each]);
      else group.push(each);
    }
  }
  return byLower.get(lowerOf(code)) ?? [code];
}

/** The units that equal this one where case does not count. */
export const caseless = (code: number): CharSet => CharSet.of(equivalents(code).flatMap((each) => [each, each]));

export const sameCaseless = (a: number, b: number): boolean => a === b || lowerOf(a) === lowerOf(b);

/** The set with all that equals one of its units. */
export function caselessSet(set: CharSet): CharSet {
  if (set === CharSet.any) return set;
  const more: number[] = [];
  for (let at = 0; at < set.ranges.length; at += 2) {
    const [first, last] = [set.ranges[at] as number, set.ranges[at + 1] as number];
    tickMany((last - first) >> 2);
    for (let code = first; code <= last; code++)
      for (const each of equivalents(code)) if (!set.has(each)) more.push(each, each);
  }
  return more.length === 0 ? set : CharSet.of([...set.ranges, ...more]);
}
