import { createHash } from "node:crypto";
import type { Exchange } from "@/policy/exchange";
import { parsePairs } from "@/policy/kits/message/parse-pairs";

export interface Vary {
  readonly developer: boolean;
  readonly groups: boolean;
  /** In lower case. */
  readonly headers: readonly string[];
  /** In lower case; null: all of them. */
  readonly query: readonly string[] | null;
}

/**
 * All that an answer may depend on: what was matched, what was asked for, where it would have been sent and, as the policy
 * says, for whom. A key that leaves something out would give one caller what was meant for another.
 */
export function responseKey(exchange: Exchange, vary: Vary): string {
  const { request, target, api, operation, product } = exchange;
  const select = (query: string) => selected(query, vary.query, api?.keyQuery ?? "subscription-key");
  const parts = [
    [api?.id, operation?.id, product?.id, request.method],
    [request.scheme, request.hostName.toLowerCase(), request.port, request.path, select(request.query)],
    [target.baseUrl ?? api?.serviceUrl, target.backendId, target.path, select(target.query)],
    vary.headers.map((name) => [name, request.headers.all(name)]),
    vary.developer ? developerOf(exchange) : null,
    vary.groups ? groupsOf(exchange) : null,
  ];
  return `response|${createHash("sha256").update(JSON.stringify(parts)).digest("hex")}`;
}

/** By name, so that their order does not matter; without the subscription's key, which is no part of what is asked for. */
function selected(query: string, names: readonly string[] | null, keyName: string): [string, string][] {
  if (query.length <= 1) return [];
  const pairs = parsePairs(query.slice(1)).filter(([name]) =>
    names === null ? name.toLowerCase() !== keyName.toLowerCase() : names.includes(name.toLowerCase()),
  );
  const named = pairs.map(([name, value]): [string, string] => [names === null ? name : name.toLowerCase(), value]);
  return named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Whose subscription it is; where that is not known, each subscription is taken for somebody else's. */
const developerOf = ({ user, subscription }: Exchange): string =>
  user ? `user ${user.id}` : `subscription ${subscription?.id ?? ""}`;

function groupsOf(exchange: Exchange): unknown {
  const { user } = exchange;
  return user ? user.groups.map(({ id }) => id).sort() : developerOf(exchange);
}
