import { expect, test } from "vitest";
import { chainOwners } from "./chain-owners";
import { policyHref } from "./policy-href";

const told = (owner: string, product: string | null) =>
  chainOwners(owner, product).map(({ scope, owner }) => `${scope} ${owner}`);

test.each([
  ["/", null, ["global /"]],
  ["/products/gold", "other", ["global /", "product /products/gold"]],
  ["/apis/orders", null, ["global /", "api /apis/orders"]],
  [
    "/apis/orders/operations/get",
    "gold",
    ["global /", "product /products/gold", "api /apis/orders", "operation /apis/orders/operations/get"],
  ],
  ["/policyFragments/auth", "gold", []],
])("around %s", (owner, product, chain) => expect(told(owner, product)).toEqual(chain));

test.each([
  ["/", "/policy"],
  ["/products/gold", "/products/gold/policy"],
  ["/apis/orders;rev=2", "/apis/orders%3Brev%3D2/policy"],
  ["/apis/orders/operations/get", "/apis/orders/operations/get/policy"],
  ["/policyFragments/auth", "/policy-fragments/auth/policy"],
])("the editor of %s", (owner, href) => expect(policyHref(owner)).toBe(href));

test("a place in the document", () => {
  expect(policyHref("/", { at: null, offset: 7, draft: "d", view: "code" })).toBe("/policy?offset=7&draft=d&view=code");
});
