import { expect, test } from "vitest";
import { draftHref } from "./draft-href";

test("each document opens where it is edited, in its draft", () => {
  expect(draftHref("/backends/orders", "move")).toBe("/backends/orders/settings?draft=move");
  expect(draftHref("/namedvalues/pin", "a b")).toBe("/named-values/pin/settings?draft=a%20b");
  expect(draftHref("/apis/shop", "move")).toBe("/apis/shop/settings?draft=move");
  expect(draftHref("/apis/shop/operations/get", "move")).toBe("/apis/shop/operations/get/settings?draft=move");
  expect(draftHref("/apis/shop/policies/policy", "move")).toBe("/apis/shop/policy?draft=move");
  expect(draftHref("/policyfragments/auth", "move")).toBe("/policy-fragments/auth/policy?draft=move");
  expect(draftHref("/products/gold/apis/shop", "move")).toBe("/products/gold/apis?draft=move");
});

test("what has no page of its own does not", () => {
  expect(draftHref("/loggers/insights", "move")).toBeNull();
  expect(draftHref("/apis/shop/schemas/item", "move")).toBeNull();
});
