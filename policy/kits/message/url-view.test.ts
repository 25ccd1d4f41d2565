import { expect, test } from "vitest";
import { UrlView } from "./url-view";

test.each([
  ["https://a.example/x?y=1", "https://a.example/x?y=1"],
  ["https://a.example:443/", "https://a.example/"],
  ["http://a.example:8080", "http://a.example:8080/"],
])("%s as text", (url, text) => {
  expect(UrlView.parse(url)?.toText()).toBe(text);
});

test.each([
  ["https://a.example", "/x", "https://a.example/x?q"],
  ["https://a.example/", "/x", "https://a.example/x?q"],
  ["https://a.example/base", "x", "https://a.example/base/x?q"],
  ["https://a.example/base/", "/x", "https://a.example/base/x?q"],
  ["https://a.example/base", "", "https://a.example/base?q"],
  ["https://a.example", "", "https://a.example/?q"],
])("%s joined with '%s'", (base, path, text) => {
  expect(UrlView.parse(base)?.joined(path, "?q").toText()).toBe(text);
});

test("what is no URL", () => {
  expect(UrlView.parse("/x")).toBeNull();
});
