import { describe, expect, it } from "vitest";
import { checkExpression } from "@/policy/expression/check-expression";
import { corpusExpressions } from "@/policy/expression/testing/corpus-expressions";
import { typeTable } from "@/policy/expression/types/shared-table";

/** What real authors published and no compiler takes: part of the text, and why. */
const wrong: readonly (readonly [part: string, code: string, reason: string])[] = [
  ["{group-id}", "CS0103", "a placeholder for the reader within an interpolated string"],
  ["RETRY_COUNT", "CS0103", "a placeholder that a script replaces"],
  ['MatchedParameters("blobContainer")', "CS1955", "round brackets where an indexer was meant"],
  ['AddSeconds((string)context.Request.MatchedParameters["ttlInSeconds"])', "CS1503", "text where a number is taken"],
  ['(string)context.Request.MatchedParameters["storageAccountName"]', "CS1503", "text where a number is taken"],
];

const expressions = corpusExpressions();

describe.skipIf(expressions.length === 0 || typeTable().definition("IContext", 0) === null)("real policies", () => {
  const failing = new Map<string, string[]>();
  for (const { text } of expressions) {
    const errors = checkExpression(text).problems.filter((problem) => problem.severity === "error");
    if (errors.length > 0)
      failing.set(
        text,
        errors.map((error) => `${error.code} ${error.message}`),
      );
  }
  const isKnown = (text: string, problem: string): boolean =>
    wrong.some(([part, code]) => text.includes(part) && problem.startsWith(`${code} `));

  it("bind without an error", () => {
    const surprising = [...failing].flatMap(([text, problems]) =>
      problems
        .filter((problem) => !isKnown(text, problem))
        .map((problem) => `${problem}\n  ${text.trim().slice(0, 200)}`),
    );
    expect(surprising).toEqual([]);
  });

  it.each(wrong)("%s is %s: %s", (part, code) => {
    const problems = [...failing].filter(([text]) => text.includes(part)).flatMap(([, found]) => found);
    expect(problems.some((problem) => problem.startsWith(`${code} `))).toBe(true);
  });
});
