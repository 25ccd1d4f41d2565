import { expect, test } from "vitest";
import { asExpression, asLiteral } from "./literal-and-expression";

test.each([
  ["a", "string", '@("a")'],
  ['say "hi"\\\n', "string", '@("say \\"hi\\"\\\\\\n")'],
  ["12", "int32", "@(12)"],
  ["12", "string", '@("12")'],
  ["true", "boolean", "@(true)"],
  ["{{limit}}", "int32", '@("{{limit}}")'],
] as const)("%j of the type %s and its expression", (literal, type, expression) => {
  expect(asExpression(literal, type)).toBe(expression);
  expect(asLiteral(expression)).toBe(literal);
});

test("what is computed is no literal", () => {
  expect(asLiteral('@("a" + "b")')).toBe(null);
  expect(asLiteral("@{ return 1; }")).toBe(null);
  expect(asExpression("", "string")).toBe(null);
});
