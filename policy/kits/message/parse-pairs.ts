import { charge, tickMany } from "@/policy/expression/values/budget";
import { decodeFormText } from "./decode-form-text";

/** Names and values of "a=1&b=2", decoded, in their order. */
export function parsePairs(text: string): [name: string, value: string][] {
  tickMany(text.length >> 2);
  charge(2 * text.length);
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0
        ? [decodeFormText(part), ""]
        : [decodeFormText(part.slice(0, at)), decodeFormText(part.slice(at + 1))];
    });
}
