import type { Pipeline } from "@/gateway/pipeline/pipeline";
import type { ScopeName } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";
import {
  defaultGlobalPolicy,
  readResolverPolicy,
  readScopePolicy,
  type ScopePolicy,
  type ScopeSources,
} from "@/policy/scopes";

/**
 * The policy of one scope. A change of its document, or of a fragment or named value that it uses, makes a new one, so
 * that its identity says whether what was compiled from it still holds.
 */
export class PolicyUnit {
  readonly scope: ScopeName;
  readonly documentId: string;
  readonly text: string;
  /** Pipelines whose narrowest policy this is: by the product's policy, or the global one where the product has none. */
  readonly pipelines = new WeakMap<PolicyUnit, Pipeline>();
  /** The same for requests that somebody traces. */
  readonly tracedPipelines = new WeakMap<PolicyUnit, Pipeline>();
  #read: ScopePolicy | null = null;

  constructor(scope: ScopeName, documentId: string, text: string) {
    this.scope = scope;
    this.documentId = documentId;
    this.text = text;
  }

  /** As the policy of a resolver. */
  readResolver(sources: ScopeSources): PolicyNode[] {
    return readResolverPolicy(this.text, this.scope, this.documentId, sources);
  }

  /** `sources` are those of any program that holds this unit: what it uses is the same in all of them. */
  read(sources: ScopeSources): ScopePolicy {
    this.#read ??= readScopePolicy(this.text, this.scope, this.documentId, sources);
    return this.#read;
  }
}

/** Stands in for the policy of "/" while there is none; one object, so that what was compiled from it is kept. */
export const builtInGlobalPolicy = new PolicyUnit("global", "/policies/policy", defaultGlobalPolicy);

export function scopeOf(ownerId: string): ScopeName {
  if (ownerId === "/") return "global";
  if (ownerId.startsWith("/products/")) return "product";
  return ownerId.includes("/operations/") ? "operation" : "api";
}
