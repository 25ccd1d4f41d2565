import type { EnumNames } from "@/policy/kits/object/enums";
import { isWhiteSpace, trim } from "@/policy/kits/text/white-space";

/** A member's number, from its name, several names or a number; null when there is none such. */
export function parseEnum(text: string, names: EnumNames, ignoreCase: boolean): number | null {
  const word = trim(text, "both", isWhiteSpace);
  if (/^[+-]?\d{1,10}$/.test(word)) {
    const number = Number(word);
    return number >= -2147483648 && number <= 2147483647 ? number : null;
  }
  let value = 0;
  for (const part of word.split(",")) {
    const member = find(trim(part, "both", isWhiteSpace), names, ignoreCase);
    if (member === null) return null;
    value |= member;
  }
  return value;
}

function find(name: string, names: EnumNames, ignoreCase: boolean): number | null {
  const exact = names.members.get(name);
  if (exact !== undefined || !ignoreCase) return exact ?? null;
  for (const [member, value] of names.members) if (member.toLowerCase() === name.toLowerCase()) return value;
  return null;
}
