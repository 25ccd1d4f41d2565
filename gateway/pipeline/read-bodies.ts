import { type Body, type Exchange, respond, type Step } from "@/policy/exchange";
import { branchContinues } from "@/policy/kits/control/branch-continues";

/** Which messages' bodies the expressions of a policy look into. */
export interface ReadBodies {
  request: boolean;
  response: boolean;
}

export const noBodies = (): ReadBodies => ({ request: false, response: false });
export const readsBodies = ({ request, response }: ReadBodies): boolean => request || response;

/** Expressions do not wait, so what they read is read before the step runs; a body that is at hand costs nothing. */
export function withBodies(step: Step, bodies: ReadBodies): Step {
  return (exchange) => {
    const waiting = bodiesAtHand(exchange, bodies);
    if (waiting === null) return step(exchange);
    const { signal } = exchange;
    return waiting.then(() => (branchContinues(exchange, signal) ? step(exchange) : respond));
  };
}

/** null: there is nothing to wait for. */
export function bodiesAtHand(exchange: Exchange, { request, response }: ReadBodies): Promise<void> | null {
  const waitsForRequest = request && isPending(exchange.request.body);
  const waitsForResponse = response && exchange.response !== null && isPending(exchange.response.body);
  return waitsForRequest || waitsForResponse ? readThem(exchange, waitsForRequest, waitsForResponse) : null;
}

const isPending = ({ kind, content }: Body): boolean => kind === "stream" || (kind === "bytes" && !content);

async function readThem(exchange: Exchange, request: boolean, response: boolean): Promise<void> {
  if (request) await exchange.request.body.bytes();
  if (response) await exchange.response?.body.bytes();
}
