import { expect, test } from "vitest";
import { findJsonProblem } from "./json-position";

test.each([
  ["", 1, 1, "found the end"],
  ["{", 1, 2, "Expected a property name"],
  ['{"a":1,}', 1, 8, "Expected a property name"],
  ["{'a':1}", 1, 2, "Expected a property name in double quotes, found '''"],
  ['{"a" 1}', 1, 6, "Expected ':'"],
  ['{"a":1 "b":2}', 1, 8, "Expected ',' or '}'"],
  ["[1,\n 2,\n oops]", 3, 2, "Expected a value, found 'o'"],
  ["[01]", 1, 2, "Expected a value"],
  ["[1.]", 1, 2, "Expected a value"],
  ["[tru]", 1, 2, "Expected a value"],
  ['["a\nb"]', 1, 4, "control character"],
  ['["\\x"]', 1, 3, "escape sequence"],
  ['["\\u12"]', 1, 3, "escape sequence"],
  ['["abc', 1, 6, "has no end"],
  ["{} {}", 1, 4, "after the end"],
  ["[".repeat(5000), 1, 2002, "nested too deeply"],
])("%j", (text, line, column, message) => {
  expect(() => JSON.parse(text)).toThrow();
  const problem = findJsonProblem(text);
  expect([problem.line, problem.column]).toEqual([line, column]);
  expect(problem.message).toContain(message);
});

test("finds a problem in whatever JSON.parse refuses, at a place within the text", () => {
  const sample = '{"a":[1,-2.5e+3,"x\\u00e5\\n",true,null,{"b":{}}],"c":[]}';
  let refused = 0;
  for (let at = 0; at < sample.length; at++) {
    for (const mutant of [
      sample.slice(0, at),
      sample.slice(0, at) + sample.slice(at + 1),
      `${sample.slice(0, at)}#${sample.slice(at + 1)}`,
    ]) {
      try {
        JSON.parse(mutant);
      } catch {
        refused += 1;
        const { line, column, message } = findJsonProblem(mutant);
        expect(message).not.toBe("The content cannot be read.");
        expect(line).toBe(1);
        expect(column).toBeLessThanOrEqual(mutant.length + 1);
      }
    }
  }
  expect(refused).toBeGreaterThan(100);
});
