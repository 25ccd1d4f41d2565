import type { Body, Exchange, Step } from "@/policy/exchange";

/** Which messages' bodies the expressions of a policy look into. */
export interface ReadBodies {
  request: boolean;
  response: boolean;
}

export const noBodies = (): ReadBodies => ({ request: false, response: false });
export const readsBodies = ({ request, response }: ReadBodies): boolean => request || response;

/** Expressions do not wait, so what they read is read before the step runs; a body that is at hand costs nothing. */
export function withBodies(step: Step, { request, response }: ReadBodies): Step {
  return (exchange) => {
    const waitsForRequest = request && isPending(exchange.request.body);
    const waitsForResponse = response && exchange.response !== null && isPending(exchange.response.body);
    if (!waitsForRequest && !waitsForResponse) return step(exchange);
    return readThen(step, exchange, waitsForRequest, waitsForResponse);
  };
}

const isPending = ({ kind, content }: Body): boolean => kind === "stream" || (kind === "bytes" && !content);

async function readThen(step: Step, exchange: Exchange, request: boolean, response: boolean) {
  if (request) await exchange.request.body.bytes();
  if (response) await exchange.response?.body.bytes();
  return step(exchange);
}
