import fs from "node:fs";
import path from "node:path";
import { parseSync } from "@swc/core";

type Node = Readonly<Record<string, unknown>>;

/** Sentences that a folder's code can say, each with a filled-in "x1", "x2" where a value stands. */
export function writtenSentences(folder: string): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts") || /\.test\.ts$|(?:^|\/)testing\//.test(name)) continue;
    const source = fs.readFileSync(path.join(folder, name), "utf8");
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const at = node as Node;
      if (isForOperators(at)) return;
      for (const text of textsOf(at)) if (isSentence(text)) sentences.set(text, name);
      for (const member of Object.values(at)) visit(member);
    };
    visit(parseSync(source, { syntax: "typescript", target: "es2022" }).body);
  }
  return sentences;
}

/** The log, defects of the program, SQL and the reference of the REST API are read by those who run it, in English. */
function isForOperators(node: Node): boolean {
  if (node.type === "ImportDeclaration" || node.type === "TaggedTemplateExpression") return true;
  if (node.type === "NewExpression") return (node.callee as Node).value === "Error";
  if (node.type === "KeyValueProperty") return ["summary", "description"].includes(String((node.key as Node).value));
  if (node.type !== "CallExpression") return false;
  const { type, property } = node.callee as Node;
  return type === "MemberExpression" && ["warn", "error", "info"].includes(String((property as Node).value));
}

/** A condition between two texts in a template makes two sentences. */
function textsOf(node: Node): string[] {
  if (node.type === "StringLiteral") return [String(node.value)];
  if (node.type !== "TemplateLiteral" || !Array.isArray(node.expressions)) return [];
  const expressions = node.expressions as readonly Node[];
  return (node.quasis as readonly Node[]).reduce<string[]>(
    (texts, { cooked }, at) => {
      const values = at === 0 ? [""] : valuesOf(expressions[at - 1] as Node, at);
      return texts.flatMap((text) => values.map((value) => `${text}${value}${String(cooked)}`));
    },
    [""],
  );
}

function valuesOf(expression: Node, at: number): string[] {
  if (expression.type === "StringLiteral") return [String(expression.value)];
  if (expression.type === "ConditionalExpression")
    return [expression.consequent, expression.alternate].flatMap((branch) => valuesOf(branch as Node, at));
  return [`x${at}`];
}

const isSentence = (text: string): boolean =>
  / /.test(text) &&
  (/^must /.test(text) || /^(?:[A-Z'"{$]|x1 |a )[\s\S]*[.:?]$/.test(text) || /^(?:Must|Is) /.test(text));
