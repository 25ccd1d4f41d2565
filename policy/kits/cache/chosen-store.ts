import { type CompileContext, fixedOptional } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { CacheStore } from "@/policy/host/cache-store";
import type { PolicyNode } from "@/policy/policy-node";

/** Which cache a policy uses; null: the external one is wanted and none is set up, so that nothing is found or kept. */
export function chosenStore(node: PolicyNode, context: CompileContext): (exchange: Exchange) => CacheStore | null {
  const type = fixedOptional(node, context.text(node, "caching-type")) ?? "prefer-external";
  if (type === "internal") return ({ host }) => host.caches.internal;
  if (type === "external") return ({ host }) => host.caches.external;
  return ({ host }) => host.caches.external ?? host.caches.internal;
}
