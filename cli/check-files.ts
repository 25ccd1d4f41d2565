import { check } from "@/policy/check";
import type { CheckOptions, Known } from "@/policy/check/checker";
import { type Diagnostic, isError } from "@/policy/diagnostics";
import { kindOf } from "@/policy/document-kind";
import { readArguments } from "./arguments";
import { readNamedValues } from "./named-values";
import { readFile, unreadable } from "./read-file";
import { UsageError } from "./usage";

const scopes = ["global", "product", "api", "operation"] as const;

/** One line of JSON per file. */
export function checkFiles(args: string[]): number {
  const { values, rest: files } = readArguments(args, {
    "named-values": { type: "string" },
    "any-reference": { type: "boolean" },
    scope: { type: "string" },
  });
  if (files.length === 0) throw new UsageError("'check' needs a file.");
  const scope = scopes.find((each) => each === values.scope);
  if (values.scope !== undefined && scope === undefined) throw new UsageError(`There is no scope '${values.scope}'.`);
  const namedValues = readNamedValues(values["named-values"]);
  const others: Known = values["any-reference"] === true ? "any" : () => false;
  const options: Omit<CheckOptions, "kind"> = {
    scope: scope ?? "any",
    known: {
      namedValues: others === "any" ? "any" : (name) => namedValues?.has(name) === true,
      backends: others,
      fragments: others,
      certificates: others,
      loggers: others,
    },
    namedValue: (name) => namedValues?.get(name)?.value,
    isSecret: (name) => namedValues?.get(name)?.isSecret === true,
  };
  return Math.max(...files.map((file) => checkFile(file, options)));
}

function checkFile(file: string, options: Omit<CheckOptions, "kind">): number {
  let text: string;
  try {
    text = readFile(file);
  } catch (error) {
    const message = unreadable(file, error);
    print(file, [{ severity: "error", code: "file-unreadable", line: 1, column: 1, message }]);
    return 1;
  }
  const found = check(text, { ...options, kind: kindOf(text) });
  print(file, found);
  return found.some(isError) ? 1 : 0;
}

type Shown = Pick<Diagnostic, "severity" | "line" | "column" | "message"> & { code: string };

function print(file: string, found: readonly Shown[]): void {
  const diagnostics = found.map(({ severity, code, line, column, message }) => ({
    severity,
    code,
    line,
    column,
    message,
  }));
  const ok = !found.some(({ severity }) => severity === "error");
  process.stdout.write(`${JSON.stringify({ file, ok, diagnostics })}\n`);
}
