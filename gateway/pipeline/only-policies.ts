import type { ProgramIndex } from "@/gateway/program/program";
import { sourcesOf } from "@/gateway/program/sources";
import { CompileError } from "@/policy/catalog/compile";
import type { Step } from "@/policy/exchange";
import { effectivePolicy, FragmentMissing } from "@/policy/scopes";
import { compileSequence, type Watch } from "./compile-context";
import type { Pipeline } from "./pipeline";

const compiled = new WeakMap<Pipeline, Map<string, Step | null>>();

/** The policies of one name that stand directly in a pipeline's inbound, without the others; null where there are none. */
export function onlyPolicies(name: string, pipeline: Pipeline, index: ProgramIndex, watch: Watch | null): Step | null {
  const kept = compiled.get(pipeline) ?? new Map<string, Step | null>();
  compiled.set(pipeline, kept);
  let step = kept.get(name);
  if (step === undefined) {
    step = compile(name, pipeline, index, watch);
    kept.set(name, step);
  }
  return step;
}

function compile(wanted: string, pipeline: Pipeline, index: ProgramIndex, watch: Watch | null): Step | null {
  const { global, product, api, operation } = pipeline;
  const units = [global, product, api, operation].filter((unit) => unit !== null);
  try {
    const sources = sourcesOf(index);
    const { inbound } = effectivePolicy(units.map((unit) => unit.read(sources)));
    const nodes = inbound.filter(({ name }) => name === wanted);
    return nodes.length === 0 ? null : compileSequence(nodes, "request", watch);
  } catch (error) {
    // Such a pipeline lets nothing through, and says why.
    if (error instanceof CompileError || error instanceof FragmentMissing) return pipeline.inbound;
    throw error;
  }
}
