import type { ScopeName } from "@/policy/exchange";

/** "/apis/orders" of "/apis/orders/policies/policy"; "/" of the global one. */
export function policyOwner(id: string): string {
  return id.replace(/\/policies\/policy$/, "") || "/";
}

export const scopeOfType: Readonly<Record<string, ScopeName>> = {
  policies: "global",
  "products/policies": "product",
  "apis/policies": "api",
  "apis/operations/policies": "operation",
  // A resolver has no sections, and so no scope of its own.
  "apis/resolvers/policies": "api",
};
