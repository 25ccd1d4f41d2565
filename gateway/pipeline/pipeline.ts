import type { PolicyUnit } from "@/gateway/program/policy-unit";
import type { Step } from "@/policy/exchange";
import { effectivePolicy, type ScopeSources } from "@/policy/scopes";
import { compileSequence } from "./compile-context";

/** The effective policy of a request, ready to run, and the policies that it was compiled from. */
export interface Pipeline extends PolicyChain {
  readonly inbound: Step;
  readonly backend: Step;
  readonly outbound: Step;
  /** null: there is nothing to run, and the default error response is sent as it is. */
  readonly onError: Step | null;
}

/** The policies that apply to a request, by scope; null where a scope has none. */
export interface PolicyChain {
  readonly global: PolicyUnit;
  readonly product: PolicyUnit | null;
  readonly api: PolicyUnit | null;
  readonly operation: PolicyUnit | null;
}

/** Compiled at its first use, and kept with the narrowest policy for as long as none of the others is replaced. */
export function pipelineFor(
  global: PolicyUnit,
  product: PolicyUnit | null,
  api: PolicyUnit | null,
  operation: PolicyUnit | null,
  sources: ScopeSources,
): Pipeline {
  const { pipelines } = operation ?? api ?? product ?? global;
  const key = product ?? global;
  const kept = pipelines.get(key);
  if (kept !== undefined && kept.global === global && kept.product === product && kept.api === api) return kept;
  const pipeline = compilePipeline({ global, product, api, operation }, sources);
  pipelines.set(key, pipeline);
  return pipeline;
}

export function compilePipeline(chain: PolicyChain, sources: ScopeSources): Pipeline {
  const units = [chain.global, chain.product, chain.api, chain.operation].filter((unit) => unit !== null);
  const policy = effectivePolicy(units.map((unit) => unit.read(sources)));
  return {
    ...chain,
    inbound: compileSequence(policy.inbound, "request"),
    backend: compileSequence(policy.backend, "request"),
    outbound: compileSequence(policy.outbound, "response"),
    onError: policy["on-error"].length === 0 ? null : compileSequence(policy["on-error"], "response"),
  };
}
