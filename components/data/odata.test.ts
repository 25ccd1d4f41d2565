import { expect, test } from "vitest";
import { allOf, containsAny, quoted } from "./odata";

test("a quote in a text is doubled", () => expect(quoted("it's")).toBe("'it''s'"));

test("searches several members, and none without a text", () => {
  expect(containsAny(["name", "url"], " or'd ")).toBe("contains(name,'or''d') or contains(url,'or''d')");
  expect(containsAny(["name"], "  ")).toBeUndefined();
});

test("joins filters without changing what each means", () => {
  expect(allOf("a or b", undefined, "c")).toBe("(a or b) and (c)");
  expect(allOf("a", undefined)).toBe("a");
  expect(allOf(undefined)).toBeUndefined();
});
