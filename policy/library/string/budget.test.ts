import { expect, it } from "vitest";
import { compiledOutcome } from "@/policy/expression/testing/outcome";
import { testLibrary } from "@/policy/expression/testing/test-library";

const huge = "new string('a', 5000000)";

it.each([
  "new string('a', 2147483647)",
  '"a".PadLeft(2000000000)',
  'string.Format("{0,999999}{0,-999999}", 1).PadRight(999999999)',
  '5.ToString("D999999999")',
  '1.5.ToString("F999999999")',
  '1m.ToString("E999999999")',
  `{ var s = ${huge}; while (true) { s = s + s; } }`,
  `{ var s = ${huge}; while (true) { s = s.Replace("a", "aa"); } }`,
  `${huge}.Split('a').Length`,
  `${huge}.ToCharArray().Length`,
  "new StringBuilder().Append('a', 2000000000)",
  'new StringBuilder().Insert(0, "abc", 1000000000)',
  '{ var b = new StringBuilder(); while (true) { b.AppendLine("x"); } }',
  "{ var b = new StringBuilder(); b.Length = 2000000000; return b; }",
  '{ var n = 0; var s = "abc"; while (true) { n += s.IndexOf("c"); } }',
])("%s ends at its limits", (expression) => {
  const text = expression.startsWith("{") ? `@${expression}` : `@(${expression})`;
  expect(compiledOutcome(text, testLibrary)).toMatch(/^fails \w+ The expression /);
});
