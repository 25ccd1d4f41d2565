import { tick } from "@/policy/expression/values/budget";

const spaces = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** char.IsWhiteSpace */
export const isWhiteSpace = (code: number): boolean =>
  code < 128 ? code === 32 || (code >= 9 && code <= 13) : spaces.test(String.fromCharCode(code));

/** Without what the test accepts at the start, the end or both. */
export function trim(text: string, side: "start" | "end" | "both", test: (code: number) => boolean): string {
  let start = 0;
  let end = text.length;
  if (side !== "end") for (; start < end && test(text.charCodeAt(start)); start++) tick();
  if (side !== "start") for (; end > start && test(text.charCodeAt(end - 1)); end--) tick();
  return text.slice(start, end);
}
