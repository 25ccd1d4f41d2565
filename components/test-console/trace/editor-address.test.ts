import { expect, test } from "vitest";
import { documentName, editorAddress } from "./editor-address";

test("each kind of document has its editor, at a place of it and in a draft", () => {
  expect(editorAddress("/policies/policy", 7, null)).toBe("/policy?offset=7");
  expect(editorAddress("/apis/orders/policies/policy", null, null)).toBe("/apis/orders/policy");
  expect(editorAddress("/apis/orders/operations/get/policies/policy", 0, "d1")).toBe(
    "/apis/orders/operations/get/policy?draft=d1&offset=0",
  );
  expect(editorAddress("/products/gold/policies/policy", 3, null)).toBe("/products/gold/policy?offset=3");
  expect(editorAddress("/policyfragments/auth", 3, null)).toBe("/policy-fragments/auth/policy?offset=3");
});

test("a document is called by the names in its id", () => {
  expect(documentName("/apis/orders/operations/get/policies/policy")).toBe("orders / get");
  expect(documentName("/policies/policy")).toBe("");
});
