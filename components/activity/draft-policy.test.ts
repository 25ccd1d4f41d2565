import { expect, test } from "vitest";
import { draftPolicyHref, isPolicy, policyText } from "./draft-policy";

test("policies and fragments open in the editor, in their draft", () => {
  expect(draftPolicyHref("/policies/policy", "move")).toBe("/policy?draft=move");
  expect(draftPolicyHref("/apis/orders/policies/policy", "move")).toBe("/apis/orders/policy?draft=move");
  expect(draftPolicyHref("/apis/orders/operations/get/policies/policy", "move")).toBe(
    "/apis/orders/operations/get/policy?draft=move",
  );
  expect(draftPolicyHref("/products/gold/policies/policy", "move")).toBe("/products/gold/policy?draft=move");
  expect(draftPolicyHref("/policyfragments/auth", "move")).toBe("/policy-fragments/auth/policy?draft=move");
});

test("other documents do not", () => {
  expect(draftPolicyHref("/backends/orders", "move")).toBeNull();
  expect(isPolicy({ id: "/backends/orders" })).toBe(false);
  expect(isPolicy({ id: "/policyFragments/auth" })).toBe(true);
});

test("a version that is not there has no text", () => {
  expect(policyText({ value: "<policies />" })).toBe("<policies />");
  expect(policyText(null)).toBeNull();
});
