import { charge, tickMany } from "@/policy/expression/values/budget";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { parseCharEscape } from "./parse-escape";
import { PatternCursor } from "./pattern-cursor";

const special: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\f", "\\f"],
]);

/** Regex.Escape */
export function escapePattern(text: string | null): string {
  if (text === null) throw argumentNull("str");
  tickMany(text.length);
  charge(text.length * 4);
  return text.replace(/[\\*+?|{[()^$.# \n\r\t\f]/g, (letter) => special.get(letter) ?? `\\${letter}`);
}

/** Regex.Unescape */
export function unescapePattern(text: string | null): string {
  if (text === null) throw argumentNull("str");
  if (!text.includes("\\")) return text;
  charge(text.length * 2);
  const cursor = new PatternCursor(text);
  let result = "";
  while (!cursor.atEnd) {
    const letter = cursor.next();
    if (letter !== "\\") result += letter;
    else {
      if (cursor.atEnd) throw cursor.error("Illegal \\ at end of pattern.");
      result += String.fromCharCode(parseCharEscape(cursor));
    }
  }
  return result;
}
