import { tickMany } from "@/policy/expression/values/budget";
import { xmlException } from "./xml-error";

const start = "\\p{L}\\p{Nl}_";
export const nameStart = new RegExp(`[${start}]`, "u");
export const nameCharacter = new RegExp(`[${start}\\p{Nd}\\p{M}.\\-\u00b7]`, "u");
const whole = new RegExp(`^[${start}][${start}\\p{Nd}\\p{M}.\\-\u00b7]*$`, "u");

/** Throws unless the text is an NCName: a name without a colon. */
export function verifyName(name: string): string {
  tickMany(name.length >> 3);
  if (whole.test(name)) return name;
  if (name === "") throw xmlException("The empty string '' is not a valid local name.");
  const characters = [...name];
  const bad = nameStart.test(characters[0]!) ? characters.findIndex((c) => !nameCharacter.test(c)) : 0;
  throw xmlException(badNameCharacter(characters[bad]!, bad === 0));
}

export function badNameCharacter(character: string, isFirst: boolean): string {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase().padStart(2, "0");
  return isFirst
    ? `Name cannot begin with the '${character}' character, hexadecimal value 0x${hex}.`
    : `The '${character}' character, hexadecimal value 0x${hex}, cannot be included in a name.`;
}
