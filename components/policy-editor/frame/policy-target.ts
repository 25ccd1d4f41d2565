import type { ScopeName } from "@/policy/exchange";
import type { PolicyTarget } from "../editing";

const scopeOf = (owner: string): ScopeName => {
  if (owner === "/") return "global";
  if (owner.startsWith("/products/")) return "product";
  return /^\/apis\/[^/]+\/operations\//.test(owner) ? "operation" : "api";
};

/** The policy document of a scope or a fragment, by the path of whom it belongs to. */
export function policyTarget(owner: string, urlTemplate?: string): PolicyTarget {
  if (owner.startsWith("/policyFragments/")) {
    return { path: owner, owner, standing: { kind: "fragment", scope: "any" } };
  }
  const path = `${owner === "/" ? "" : owner}/policies/policy`;
  const scope = scopeOf(owner);
  return {
    path,
    owner,
    standing: {
      kind: "policies",
      scope,
      ...(scope === "operation" && urlTemplate !== undefined ? { urlTemplate } : {}),
    },
  };
}
