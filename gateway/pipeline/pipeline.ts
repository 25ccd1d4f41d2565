import type { PolicyUnit } from "@/gateway/program/policy-unit";
import type { ProgramIndex } from "@/gateway/program/program";
import { sourcesOf } from "@/gateway/program/sources";
import { CompileError } from "@/policy/catalog/compile";
import type { Step } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";
import { type EffectivePolicy, effectivePolicy, FragmentMissing, type ScopeSources } from "@/policy/scopes";
import { compileSequence, type Watch } from "./compile-context";
import { notRunnable } from "./not-runnable";

/** The effective policy of a request, ready to run, and the policies that it was compiled from. */
export interface Pipeline extends PolicyChain {
  readonly inbound: Step;
  readonly backend: Step;
  readonly outbound: Step;
  /** What follows cache-store in outbound. */
  readonly afterCacheStore: Step;
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
  index: ProgramIndex,
  watch: Watch | null = null,
): Pipeline {
  const narrowest = operation ?? api ?? product ?? global;
  const pipelines = watch === null ? narrowest.pipelines : narrowest.tracedPipelines;
  const key = product ?? global;
  const kept = pipelines.get(key);
  if (kept !== undefined && kept.global === global && kept.product === product && kept.api === api) return kept;
  const pipeline = compiledOrClosed({ global, product, api, operation }, sourcesOf(index), watch);
  pipelines.set(key, pipeline);
  return pipeline;
}

/** Policies that do not run let nothing through; that is kept, too, so that it is found out only once. */
function compiledOrClosed(chain: PolicyChain, sources: ScopeSources, watch: Watch | null): Pipeline {
  try {
    return compilePipeline(chain, sources, watch);
  } catch (error) {
    if (!(error instanceof CompileError || error instanceof FragmentMissing)) throw error;
    const closed = () => {
      throw notRunnable(error);
    };
    return { ...chain, inbound: closed, backend: closed, outbound: closed, afterCacheStore: closed, onError: null };
  }
}

export function compilePipeline(chain: PolicyChain, sources: ScopeSources, watch: Watch | null = null): Pipeline {
  const units = [chain.global, chain.product, chain.api, chain.operation].filter((unit) => unit !== null);
  const policy = effectivePolicy(units.map((unit) => unit.read(sources)));
  return { ...chain, ...compileSections(policy, watch) };
}

export function compileSections(
  policy: EffectivePolicy,
  watch: Watch | null = null,
): Pick<Pipeline, "inbound" | "backend" | "outbound" | "afterCacheStore" | "onError"> {
  return {
    inbound: compileSequence(policy.inbound, "request", watch),
    backend: compileSequence(policy.backend, "request", watch),
    outbound: compileSequence(policy.outbound, "response", watch),
    afterCacheStore: compiledLate(() => compileSequence(behindCacheStore(policy.outbound), "response", watch)),
    onError: policy["on-error"].length === 0 ? null : compileSequence(policy["on-error"], "response", watch),
  };
}

function compiledLate(compile: () => Step): Step {
  let step: Step | null = null;
  return (exchange) => {
    step ??= compile();
    return step(exchange);
  };
}

/** All of them where none stores. */
function behindCacheStore(nodes: readonly PolicyNode[]): readonly PolicyNode[] {
  const stores = ({ name, children }: PolicyNode): boolean => name === "cache-store" || children.some(stores);
  return nodes.slice(nodes.findLastIndex(stores) + 1);
}
