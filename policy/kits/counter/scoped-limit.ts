import type { ApiFacts, Exchange, OperationFacts } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";

export type Applies = (exchange: Exchange) => boolean;

/** Whether a request is for the API or the operation that a part of a limit names: by id or, without one, by name. */
export function appliesTo(part: PolicyNode): Applies {
  const id = part.attributes.get("id");
  const wanted = lastOf(id ?? part.attributes.get("name") ?? "");
  const is = (facts: ApiFacts | OperationFacts | null): boolean =>
    facts !== null && (lastOf(facts.id) === wanted || (id === undefined && facts.name.toLowerCase() === wanted));
  return part.name === "api" ? ({ api }) => is(api) : ({ operation }) => is(operation);
}

/** "/apis/Orders;rev=2" is "orders". */
const lastOf = (id: string): string =>
  id
    .slice(id.lastIndexOf("/") + 1)
    .replace(/;rev=.*$/i, "")
    .trim()
    .toLowerCase();

/** One count for each subscription at each place that a policy stands in, though it be written in a fragment. */
export function placeOf({ origin }: PolicyNode): (exchange: Exchange, subscriptionId: string) => string {
  const { scope, documentId, path } = origin;
  const place = `${documentId}#${path}`;
  return (exchange, subscriptionId) => {
    const owner = scope === "global" ? null : exchange[scope];
    return `${place}|${owner?.id ?? ""}|${subscriptionId}`;
  };
}
