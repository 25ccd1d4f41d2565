import { charge, tickMany } from "@/policy/expression/values/budget";
import { htmlEntities } from "./html-entities";

const escaped: ReadonlyMap<string, string> = new Map([
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
  ["&", "&amp;"],
]);

/** WebUtility.HtmlEncode: also U+00A0 to U+00FF and what lies beyond the basic plane, as numbers. */
export function htmlEncode(text: string): string {
  tickMany(1 + text.length);
  charge(text.length * 4);
  return text.replace(
    /[<>"'&]|[\u00a0-\u00ff]|[\ud800-\udbff][\udc00-\udfff]/g,
    (character) => escaped.get(character) ?? `&#${character.codePointAt(0)};`,
  );
}

/** WebUtility.HtmlDecode */
export function htmlDecode(text: string): string {
  tickMany(1 + text.length);
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,8}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return htmlEntities.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : whole;
    },
  );
}
