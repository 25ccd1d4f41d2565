import type { Circumstances } from "@/policy/exchange";
import { checkExpression } from "@/policy/expression/check-expression";
import { compileExpression, expressionText } from "@/policy/expression/compile-expression";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { isExpression } from "@/policy/expression/is-expression";
import type { ExpressionProblem } from "@/policy/expression/problem";
import { exchangeFromJson } from "@/policy/kits/message/exchange-from-json";
import { library } from "@/policy/library/library";
import { putNamedValues } from "@/policy/named-values";
import { readArguments } from "./arguments";
import { readNamedValues } from "./named-values";
import { readFile, unreadable } from "./read-file";
import { UsageError } from "./usage";

/** Prints the value as a policy would write it; what is wrong goes to the standard error, with its place. */
export function evaluate(args: string[]): number {
  const { values, rest } = readArguments(expressionLast(args), {
    context: { type: "string" },
    "named-values": { type: "string" },
  });
  const [given, ...others] = rest;
  if (given === undefined || others.length > 0) throw new UsageError("'eval' needs one expression.");
  const namedValues = readNamedValues(values["named-values"]);
  const text = putNamedValues(isExpression(given) ? given : `@(${given})`, (name) => namedValues?.get(name)?.value);
  const exchange = contextFrom(values.context);
  const warnings = checkExpression(text).problems.filter(({ severity }) => severity === "warning");
  for (const problem of warnings) show(text, problem);
  const compiled = compileExpression(text, library);
  if (!compiled.ok) {
    for (const problem of compiled.problems) show(text, problem);
    return 1;
  }
  try {
    process.stdout.write(`${expressionText(compiled.evaluate(exchange))}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

const option = /^--(context|named-values)(=|$)/;

/** An expression may begin with a minus; behind "--" it is taken for no option. */
function expressionLast(args: readonly string[]): string[] {
  const isValue = (at: number) => /^--(context|named-values)$/.test(args[at - 1] ?? "");
  const at = args.findIndex((arg, index) => arg !== "--" && !option.test(arg) && !isValue(index) && /^-[^-]/.test(arg));
  if (at < 0 || args.includes("--")) return [...args];
  return [...args.slice(0, at), ...args.slice(at + 1), "--", args[at] as string];
}

function contextFrom(file: string | undefined): Circumstances {
  const json = readContext(file);
  try {
    return exchangeFromJson(json, (path) =>
      process.stderr.write(`warning: '${file}': ${path} is not known, and ignored.\n`),
    );
  } catch (error) {
    throw new UsageError(`'${file}': ${(error as Error).message}`);
  }
}

function readContext(file: string | undefined): unknown {
  if (file === undefined) return {};
  try {
    return JSON.parse(readFile(file));
  } catch (error) {
    throw new UsageError(
      error instanceof SyntaxError ? `'${file}' is not JSON: ${error.message}` : unreadable(file, error),
    );
  }
}

/** The message, the line it is about and a caret below the place. */
function show(text: string, { severity, code, message, start }: ExpressionProblem): void {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", start);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const indent = line.slice(0, start - lineStart).replace(/[^\t]/g, " ");
  process.stderr.write(`${severity} ${code}: ${message}\n  | ${line}\n  | ${indent}^\n`);
}
