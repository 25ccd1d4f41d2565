import { type Exchange, type Flow, proceed, respond, type Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { branchContinues } from "@/policy/kits/control/branch-continues";
import type { PolicyNode } from "@/policy/policy-node";
import { UnexpectedFault } from "./unexpected-fault";

/** Steps one after the other, without a promise until one of them waits. An error learns here where it happened. */
export function sequence(steps: readonly Step[], nodes: readonly PolicyNode[]): Step {
  if (steps.length === 0) return () => proceed;
  const last = steps.length;

  const run = (exchange: Exchange, from: number): Flow | Promise<Flow> => {
    const { signal } = exchange;
    let index = from;
    try {
      for (; index < last; index++) {
        const flow = (steps[index] as Step)(exchange);
        if (flow === proceed) continue;
        return flow === respond ? respond : wait(exchange, index, flow as Promise<Flow>, signal);
      }
    } catch (error) {
      throw located(error, nodes[index] as PolicyNode, exchange);
    }
    return proceed;
  };

  const wait = async (
    exchange: Exchange,
    index: number,
    pending: Promise<Flow>,
    signal: Exchange["signal"],
  ): Promise<Flow> => {
    let flow: Flow;
    try {
      flow = await pending;
    } catch (error) {
      throw located(error, nodes[index] as PolicyNode, exchange);
    }
    // What another branch of a wait has outrun ends here, unheard.
    return flow === respond || !branchContinues(exchange, signal) ? respond : run(exchange, index + 1);
  };

  return (exchange) => run(exchange, 0);
}

/** The innermost policy is the one that failed; those around it find the place filled in. */
export function located(error: unknown, node: PolicyNode, exchange: Exchange): Fault {
  const fault = error instanceof Fault ? error : new UnexpectedFault(error, node.name);
  if (fault.path !== null) return fault;
  fault.scope = node.origin.scope;
  fault.section = exchange.section;
  fault.path = node.origin.path;
  fault.policyId = node.attributes.get("id") ?? null;
  return fault;
}
