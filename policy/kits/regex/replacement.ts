import { charge, tickMany } from "@/policy/expression/values/budget";
import type { NetCapture } from "./net-capture";

/** What of a match a replacement may speak of. */
interface Found extends NetCapture {
  readonly groups: {
    readonly items: readonly NetCapture[];
    has(name: string): boolean;
    named(name: string): NetCapture;
    group(number: number): NetCapture;
  };
}

/** The text that a replacement pattern stands for: $1 ${name} $$ $& $` $' $_ $+. */
export function expand(replacement: string, match: Found): string {
  if (!replacement.includes("$")) return replacement;
  tickMany(replacement.length);
  let text = "";
  for (let at = 0; at < replacement.length; ) {
    const dollar = replacement.indexOf("$", at);
    if (dollar < 0) return text + replacement.slice(at);
    text += replacement.slice(at, dollar);
    const [part, length] = substitute(replacement, dollar, match);
    charge(2 * part.length);
    text += part;
    at = dollar + length;
  }
  return text;
}

function substitute(replacement: string, at: number, match: Found): readonly [text: string, length: number] {
  const { text, index, length, groups } = match;
  switch (replacement[at + 1]) {
    case "$":
      return ["$", 2];
    case "&":
      return [match.value, 2];
    case "`":
      return [text.slice(0, index), 2];
    case "'":
      return [text.slice(index + length), 2];
    case "_":
      return [text, 2];
    case "+":
      return [groups.items.at(-1)?.value ?? "", 2];
  }
  const rest = replacement.slice(at + 1, at + 80);
  const named = /^\{([\p{L}\p{Mn}\p{Nd}\p{Pc}]+)\}/u.exec(rest);
  if (named !== null && groups.has(named[1] as string))
    return [groups.named(named[1] as string).value, 1 + named[0].length];
  const digits = /^\d+/.exec(rest)?.[0] ?? "";
  if (digits !== "" && groups.has(String(Number(digits)))) {
    return [groups.group(Number(digits)).value, 1 + digits.length];
  }
  return ["$", 1];
}
