import type { ValueType } from "@/policy/catalog/define";

/** An expression that always comes to this literal; null where there is none to begin with. */
export function asExpression(literal: string, type: ValueType): string | null {
  if (literal === "" || literal.includes("{{")) return literal === "" ? null : `@("${escaped(literal)}")`;
  if (type === "boolean") return `@(${/^(true|1)$/i.test(literal.trim()) ? "true" : "false"})`;
  if (type !== "string" && type !== "enum" && /^-?\d+(\.\d+)?$/.test(literal.trim())) return `@(${literal.trim()})`;
  return `@("${escaped(literal)}")`;
}

/** The literal that an expression always comes to; null where it is more than that. */
export function asLiteral(expression: string): string | null {
  const inner = /^\s*@\((.*)\)\s*$/s.exec(expression)?.[1]?.trim();
  if (inner === undefined) return null;
  if (/^(true|false|-?\d+(\.\d+)?)$/.test(inner)) return inner;
  const quoted = /^"((?:[^"\\\n]|\\["\\nrt])*)"$/.exec(inner)?.[1];
  return quoted === undefined ? null : quoted.replace(/\\(.)/g, (_, letter: string) => letters[letter] ?? letter);
}

const letters: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

const escaped = (text: string): string =>
  text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
