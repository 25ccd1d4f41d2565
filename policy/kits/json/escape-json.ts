import { charge, tickMany } from "@/policy/expression/values/budget";

const named = new Map([
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ["\\", "\\\\"],
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const inDoubleQuotes = /["\\\u0000-\u001f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const inSingleQuotes = /['\\\u0000-\u001f\u0085\u2028\u2029]/g;

/** The text between the quotes, as StringEscapeHandling.Default writes it. */
export function escapeJson(text: string, quote: '"' | "'" = '"'): string {
  const special = quote === '"' ? inDoubleQuotes : inSingleQuotes;
  tickMany(text.length >> 3);
  if (text.search(special) < 0) return text;
  charge(text.length * 2);
  return text.replace(special, (character) => {
    charge(12);
    return (
      named.get(character) ??
      (character === quote ? `\\${character}` : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    );
  });
}

export const quoteJson = (text: string): string => `"${escapeJson(text)}"`;
