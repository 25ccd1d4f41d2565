import type { z } from "zod";
import type { FieldProblem } from "../refusals";

/** ["credentials", "header", "x", 0] -> "credentials.header.x[0]". */
export function targetOf(path: readonly PropertyKey[]): string {
  let target = "";
  for (const key of path) {
    if (typeof key === "number") target += `[${key}]`;
    else target += target === "" ? String(key) : `.${String(key)}`;
  }
  return target;
}

/** What zod found, a field each, in words that do not speak of zod. */
export function problemsOf(error: z.ZodError, at: readonly PropertyKey[] = []): FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, at));
}

function problemsOfIssue(issue: z.core.$ZodIssue, at: readonly PropertyKey[]): FieldProblem[] {
  const path = [...at, ...issue.path];
  const target = targetOf(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        target: targetOf([...path, key]),
        message: `There is no property '${key}' here.`,
      }));
    case "invalid_type":
      if (issue.message.endsWith("received undefined")) return [{ target, message: "Is required." }];
      return [{ target, message: plain(issue.message) }];
    case "invalid_value":
      if (!issue.message.startsWith("Invalid")) return [{ target, message: issue.message }];
      return [{ target, message: `Must be ${issue.values.map((value) => `'${String(value)}'`).join(" or ")}.` }];
    case "invalid_union": {
      // Of several shapes, the one that came closest is the one that was meant.
      const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
      if (closest === undefined || closest.length === 0) return [{ target, message: plain(issue.message) }];
      return closest.flatMap((inner) => problemsOfIssue(inner, path));
    }
    case "invalid_key":
      return issue.issues.map((inner) => ({ target, message: plain(inner.message) }));
    default:
      return [{ target, message: plain(issue.message) }];
  }
}

function plain(message: string): string {
  const text = message.replace(
    /^Invalid input: expected (\S+), received .*$/,
    (_, type: string) => `Must be ${article(type)}.`,
  );
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function article(type: string): string {
  if (type === "record" || type === "object") return "an object";
  if (type === "array") return "a list";
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}
