import type { z } from "zod";
import type { JsonObject } from "@/lib/json";
import type { LooseText } from "../text/use-loose-text";

/** Messages by path, from the very schema that the server checks with. */
export function validate(schema: z.ZodObject, values: JsonObject, text: LooseText): Map<string, string> {
  const result = schema.safeParse(values, { error: (issue) => messageOf(issue, text) });
  const messages = new Map<string, string>();
  for (const issue of result.error?.issues ?? []) {
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) {
      const at = path.map(String).join(".");
      if (!messages.has(at)) messages.set(at, issue.message);
    }
  }
  return messages;
}

/** Only for issues for which the definition has no words of its own; undefined leaves zod's. */
function messageOf(issue: z.core.$ZodRawIssue, text: LooseText): string | undefined {
  if (issue.code === "invalid_type" || issue.code === "invalid_value") {
    if (issue.input === undefined || issue.input === null) return text("form.problems.required");
    return text("form.problems.choice");
  }
  if (issue.code === "too_small" || issue.code === "too_big") {
    const limit = Number(issue.code === "too_small" ? issue.minimum : issue.maximum);
    const key = `form.problems.${issue.code}.${issue.origin}`;
    return text.has(key) ? text(key, { limit }) : undefined;
  }
  if (issue.code === "invalid_format") return text("form.problems.format");
  return issue.code === "unrecognized_keys" ? text("form.problems.unknown") : undefined;
}
