import { charge, tickMany } from "@/policy/expression/values/budget";

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what ASCII means
const ascii = /^[\u0000-\u007f]*$/;
/** Dotless i, long s and the dotted capital I keep to themselves in the invariant culture. */
const fixed = /[\u0130\u0131\u017f]/;

/** string.ToUpperInvariant(): character by character, so that no length changes ("ß" stays). */
export function toUpper(text: string): string {
  count(text);
  return ascii.test(text) ? text.toUpperCase() : eachCharacter(text, (character) => character.toUpperCase());
}

export function toLower(text: string): string {
  count(text);
  return ascii.test(text) ? text.toLowerCase() : eachCharacter(text, (character) => character.toLowerCase());
}

function count(text: string): void {
  tickMany(text.length >> 2);
  charge(2 * text.length);
}

function eachCharacter(text: string, change: (character: string) => string): string {
  let changed = "";
  for (const character of text) {
    const other = change(character);
    changed += other.length === character.length && !fixed.test(character) ? other : character;
  }
  return changed;
}

/** What characters are compared by when case is ignored; of the same length. */
export const foldCase = toUpper;

export const upperCode = (code: number): number => toUpper(String.fromCharCode(code)).charCodeAt(0);
export const lowerCode = (code: number): number => toLower(String.fromCharCode(code)).charCodeAt(0);
