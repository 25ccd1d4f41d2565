import { expect, test } from "vitest";
import { parseUrlTemplate } from "./url-template";

test.each([
  ["/a/{x}", "/A/{y}"],
  ["a", "/a"],
  ["/a?q={x}", "/a?q={z}"],
  ["/files/{*rest}", "/files/*"],
])("%s and %s are one place", (a, b) => {
  expect(shape(a)).toBe(shape(b));
});

test.each([
  ["/a/{x}", "/a/b"],
  ["/a", "/a/"],
  ["/a", "/a?q={x}"],
  ["/a/{x}", "/a/{*x}"],
])("%s and %s are not", (a, b) => {
  expect(shape(a)).not.toBe(shape(b));
});

test("parameters, in order", () => {
  expect(parseUrlTemplate("/a/{x}/{*rest}?q={q}")).toMatchObject({
    parameters: [
      { name: "x", catchAll: false, inQuery: false },
      { name: "rest", catchAll: true, inQuery: false },
      { name: "q", catchAll: false, inQuery: true },
    ],
  });
});

function shape(template: string): string {
  const parsed = parseUrlTemplate(template);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed.shape;
}
