import type { ScopeName } from "@/policy/exchange";

export interface ChainOwner {
  scope: ScopeName;
  /** "/", "/products/x", "/apis/x", "/apis/x/operations/y". */
  owner: string;
}

/** Whose policies run around what belongs to this owner, widest first and the owner itself last; none for a fragment. */
export function chainOwners(owner: string, product: string | null): ChainOwner[] {
  const global: ChainOwner = { scope: "global", owner: "/" };
  if (owner === "/") return [global];
  const [collection, name, child, childName] = owner.split("/").filter(Boolean);
  if (name === undefined) return [];
  if (collection === "products") return [global, { scope: "product", owner: `/products/${name}` }];
  const api = apiOf(owner);
  if (api === null) return [];
  const chain: ChainOwner[] = [global];
  if (product !== null) chain.push({ scope: "product", owner: `/products/${product}` });
  chain.push({ scope: "api", owner: api });
  if (child === "operations" && childName !== undefined) {
    chain.push({ scope: "operation", owner: `${api}/operations/${childName}` });
  }
  return chain;
}

/** "/apis/x" of what belongs to an API, where products may stand around it. */
export function apiOf(owner: string): string | null {
  const [collection, name] = owner.split("/").filter(Boolean);
  return collection === "apis" && name !== undefined ? `/apis/${name}` : null;
}

export const policyPathOf = (owner: string): string => `${owner === "/" ? "" : owner}/policies/policy`;
