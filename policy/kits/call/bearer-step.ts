import { type Exchange, type Flow, proceed, respond, type Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { Headers } from "@/policy/headers";
import { branchContinues } from "@/policy/kits/control/branch-continues";
import { messageOf, type Side } from "@/policy/message";

export interface BearerOptions {
  /** Null: the token goes into the Authorization header of the request, or of the call that the policy stands in. */
  readonly variable: string | null;
  readonly ignoresErrors: boolean;
  readonly message: Side;
}

/** Gets a token and puts it where the policy says. */
export function bearerStep(
  token: (exchange: Exchange) => Promise<string>,
  { variable, ignoresErrors, message }: BearerOptions,
): Step {
  const side = message === "call" ? "call" : "request";
  return async (exchange): Promise<Flow> => {
    // A call is there only until the first wait.
    const headers: Headers | null = variable === null ? messageOf(exchange, side).headers : null;
    const { signal } = exchange;
    try {
      const value = await token(exchange);
      exchange.trace?.guard(value);
      // A branch of a wait that was outrun leaves nothing behind.
      if (!branchContinues(exchange, signal)) return respond;
      if (variable !== null) exchange.variables.set(variable, value);
      headers?.set("Authorization", `Bearer ${value}`);
    } catch (error) {
      if (!ignoresErrors || !(error instanceof Fault)) throw error;
      exchange.trace?.note(error.source, { ignored: error.message });
    }
    return proceed;
  };
}
