import { compileSequence } from "@/gateway/pipeline/compile-context";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import { notRunnable } from "@/gateway/pipeline/not-runnable";
import type { PolicyUnit } from "@/gateway/program/policy-unit";
import type { ProgramIndex } from "@/gateway/program/program";
import { sourcesOf } from "@/gateway/program/sources";
import { watchSteps } from "@/gateway/trace/watch-steps";
import { CompileError } from "@/policy/catalog/compile";
import type { Exchange, GraphqlFacts, Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { JObject } from "@/policy/kits/json/jobject";
import { parseToken } from "@/policy/kits/json/load-token";
import { decodedText } from "@/policy/kits/message/decoded-text";
import { FragmentMissing } from "@/policy/scopes";
import { ResolverExchange } from "./resolver-exchange";

/** A change of the policy, or of what it uses, makes a new unit. */
const compiled = new WeakMap<PolicyUnit, { plain?: Step; traced?: Step }>();

function stepOf(unit: PolicyUnit, index: ProgramIndex, isTraced: boolean): Step {
  const steps = compiled.get(unit) ?? {};
  compiled.set(unit, steps);
  const make = () => compiledOrClosed(unit, index, isTraced);
  if (isTraced) {
    steps.traced ??= make();
    return steps.traced;
  }
  steps.plain ??= make();
  return steps.plain;
}

/** A policy that does not compile fails each request for its field. */
function compiledOrClosed(unit: PolicyUnit, index: ProgramIndex, isTraced: boolean): Step {
  try {
    return compileSequence(unit.readResolver(sourcesOf(index)), "response", isTraced ? watchSteps : null);
  } catch (error) {
    if (!(error instanceof CompileError || error instanceof FragmentMissing)) throw error;
    return () => {
      throw notRunnable(error);
    };
  }
}

/** Runs a field's policy; the value is the JSON that it leaves as the response. */
export async function resolveField(
  unit: PolicyUnit,
  outer: GatewayExchange,
  parent: unknown,
  given: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { program } = outer;
  if (program === null) throw new Error("A field is resolved only after its request was matched.");
  const exchange = new ResolverExchange(outer, factsOf(parent, given));
  await stepOf(unit, program.index, outer.trace !== null)(exchange);
  return fieldValue(exchange);
}

/** Read by few policies, so made when asked for. */
function factsOf(parent: unknown, given: Readonly<Record<string, unknown>>): GraphqlFacts {
  let parentToken: unknown;
  let argumentsToken: unknown;
  return {
    get arguments() {
      argumentsToken ??= toToken(given) ?? new JObject();
      return argumentsToken;
    },
    get parent() {
      parentToken ??= toToken(parent);
      return parentToken ?? null;
    },
  };
}

const toToken = (value: unknown): unknown =>
  value === null || value === undefined ? null : parseToken(JSON.stringify(value));

async function fieldValue({ response }: Exchange): Promise<unknown> {
  if (response === null) return null;
  if (response.status >= 400) {
    const message = `The data source answered with status code ${response.status}.`;
    throw failed(response.status, message);
  }
  const text = (await decodedText(response)).trim();
  if (text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const message = "The data source did not answer with JSON.";
    throw failed(502, message);
  }
}

/** Words of ours, which the client may read. */
const failed = (status: number, message: string): Fault =>
  new Fault({ source: "graphql", reason: "DataSourceError", status, message, publicMessage: message });
