import { expect, test } from "vitest";
import { policyTarget } from "./policy-target";

test("each scope and a fragment has its document", () => {
  expect(policyTarget("/")).toEqual({
    path: "/policies/policy",
    owner: "/",
    standing: { kind: "policies", scope: "global" },
  });
  expect(policyTarget("/products/gold").standing).toEqual({ kind: "policies", scope: "product" });
  expect(policyTarget("/apis/orders", "/x").standing).toEqual({ kind: "policies", scope: "api" });
  expect(policyTarget("/apis/orders/operations/get", "/items/{id}")).toEqual({
    path: "/apis/orders/operations/get/policies/policy",
    owner: "/apis/orders/operations/get",
    standing: { kind: "policies", scope: "operation", urlTemplate: "/items/{id}" },
  });
  expect(policyTarget("/policyFragments/auth")).toEqual({
    path: "/policyFragments/auth",
    owner: "/policyFragments/auth",
    standing: { kind: "fragment", scope: "any" },
  });
});
