import type { Action } from "../../behaviour";

const shown = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

/** Azure shows nothing of the kind: its gateways keep their breakers to themselves. */
export const circuitBreakerState: Action = {
  name: "circuitBreakerState",
  method: "GET",
  role: "reader",
  summary: "How the backend's circuit breaker stands on each gateway node that is connected",
  async handle({ document, context }) {
    const value = context.management.publish
      .breakers()
      .filter(({ backendId }) => backendId === document.id)
      .map(({ node, rule, state, failures, since, until, lastReason }) => ({
        node,
        rule,
        state,
        failures,
        since: shown(since),
        until: shown(until),
        lastReason,
      }));
    return { status: 200, body: { value, count: value.length } };
  },
};
