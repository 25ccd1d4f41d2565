import type { PolicyUnit } from "@/gateway/program/policy-unit";
import type { ProgramIndex } from "@/gateway/program/program";
import { sourcesOf } from "@/gateway/program/sources";
import { CompileError } from "@/policy/catalog/compile";
import type { Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { type EffectivePolicy, effectivePolicy, FragmentMissing, type ScopeSources } from "@/policy/scopes";
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
  index: ProgramIndex,
): Pipeline {
  const { pipelines } = operation ?? api ?? product ?? global;
  const key = product ?? global;
  const kept = pipelines.get(key);
  if (kept !== undefined && kept.global === global && kept.product === product && kept.api === api) return kept;
  const pipeline = compiledOrClosed({ global, product, api, operation }, sourcesOf(index));
  pipelines.set(key, pipeline);
  return pipeline;
}

/** Policies that do not run let nothing through; that is kept, too, so that it is found out only once. */
function compiledOrClosed(chain: PolicyChain, sources: ScopeSources): Pipeline {
  try {
    return compilePipeline(chain, sources);
  } catch (error) {
    if (!(error instanceof CompileError || error instanceof FragmentMissing)) throw error;
    const closed = () => {
      throw notRunnable(error);
    };
    return { ...chain, inbound: closed, backend: closed, outbound: closed, onError: null };
  }
}

function notRunnable(error: CompileError | FragmentMissing): Fault {
  const node = error instanceof CompileError ? error.node : null;
  const fault = new Fault({
    source: node?.name ?? "include-fragment",
    reason: "PolicyNotRunnable",
    status: 500,
    message: error.message,
    cause: error,
  });
  fault.scope = node?.origin.scope ?? null;
  fault.path = node?.origin.path ?? null;
  fault.policyId = node?.attributes.get("id") ?? null;
  return fault;
}

export function compilePipeline(chain: PolicyChain, sources: ScopeSources): Pipeline {
  const units = [chain.global, chain.product, chain.api, chain.operation].filter((unit) => unit !== null);
  const policy = effectivePolicy(units.map((unit) => unit.read(sources)));
  return { ...chain, ...compileSections(policy) };
}

export function compileSections(
  policy: EffectivePolicy,
): Pick<Pipeline, "inbound" | "backend" | "outbound" | "onError"> {
  return {
    inbound: compileSequence(policy.inbound, "request"),
    backend: compileSequence(policy.backend, "request"),
    outbound: compileSequence(policy.outbound, "response"),
    onError: policy["on-error"].length === 0 ? null : compileSequence(policy["on-error"], "response"),
  };
}
