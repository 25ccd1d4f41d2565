import fs from "node:fs";
import { describe } from "@/policy/diagnostics";
import { format } from "@/policy/xml/format";
import { readArguments } from "./arguments";
import { pathOf, readFile, unreadable } from "./read-file";
import { UsageError } from "./usage";

export function formatFiles(args: string[]): number {
  const { values, rest: files } = readArguments(args, { write: { type: "boolean" } });
  if (files.length === 0) throw new UsageError("'format' needs a file.");
  return Math.max(...files.map((file) => formatFile(file, values.write === true && file !== "-")));
}

function formatFile(file: string, write: boolean): number {
  let text: string;
  try {
    text = readFile(file);
  } catch (error) {
    process.stderr.write(`${unreadable(file, error)}\n`);
    return 1;
  }
  const { formatted, problems } = format(text);
  if (problems.length > 0) {
    for (const problem of problems) process.stderr.write(`${file}: ${describe(problem)}\n`);
    return 1;
  }
  if (!write) process.stdout.write(formatted);
  else if (formatted !== text) fs.writeFileSync(pathOf(file), formatted);
  return 0;
}
