import { expect, test } from "vitest";
import { replaceBaseUrl } from "./replace-base-url";

const to = "https://gateway.example/api";

test.each([
  ["https://b.example/base/x", `${to}/x`],
  ["HTTPS://B.Example/base", to],
  ["https://b.example:443/base?q", `${to}?q`],
  ["<a href='https://b.example/base'>", `<a href='${to}'>`],
  ["https:\\/\\/b.example\\/base\\/x", "https:\\/\\/gateway.example\\/api\\/x"],
  ["https://b.example/base/ https://b.example/base#f", `${to}/ ${to}#f`],
])("%s is replaced", (text, result) => {
  expect(replaceBaseUrl(text, "https://b.example/base/", to)).toBe(result);
});

test.each([
  "http://b.example/base",
  "https://b.example/basement",
  "https://b.example:8443/base",
  "https://ab.example/base",
  "https://b.example.evil.example/base",
  "https://b.example/other",
  "https://bxexample/base",
  "nothing",
])("%s stays", (text) => {
  expect(replaceBaseUrl(text, "https://b.example/base", to)).toBeNull();
});

test("a base without a path ends where its host ends", () => {
  expect(replaceBaseUrl("http://b:81/x http://b:812/x http://b:81@evil/ http://b:81", "http://b:81", "http://g")).toBe(
    "http://g/x http://b:812/x http://b:81@evil/ http://g",
  );
});
