import { Boxed } from "@/policy/expression/values/boxed";
import { charge, tickMany } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";

/** The code units in a char[], none for null. */
export function charCodes(characters: NetArray | null): number[] {
  if (characters === null) return [];
  charge(8 * characters.items.length);
  tickMany(characters.items.length);
  return characters.items.map((item) => (item instanceof Boxed ? Number(item.value) : 0));
}

/** A text of many code units, piece by piece: no call takes them all at once. */
export function textOfCodes(codes: readonly number[]): string {
  charge(2 * codes.length);
  let text = "";
  for (let at = 0; at < codes.length; at += 4096) {
    tickMany(4096);
    text += String.fromCharCode(...codes.slice(at, at + 4096));
  }
  return text;
}
