import { charge, tickMany } from "@/policy/expression/values/budget";

/** Names and values of "a=1&b=2", decoded, in their order. */
export function parsePairs(text: string): [name: string, value: string][] {
  tickMany(text.length >> 2);
  charge(2 * text.length);
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [decode(part), ""] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
    });
}

/** What is not well encoded stays as it is. */
function decode(text: string): string {
  const spaced = text.replaceAll("+", " ");
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
