// The ten checks by hand, for peers that have no policies of their own: on a request of node:http, before it is sent on.
import { keys } from "./settings.mjs";

const tenants = new Set(["gold", "silver"]);
/** A token that was found good, with its claims, as every contender keeps it. */
const tokens = new Map([[process.env.BENCH_TOKEN, { iss: "bench", aud: "orders", exp: 4_102_444_800 }]]);
const counts = new Map();
const windowMs = 60_000;

/** A status to answer with, or the path and the headers to send on. */
export function runHooks(headers, url) {
  const caller = keys.get(headers["ocp-apim-subscription-key"]);
  if (caller === undefined) return 401;
  const tenant = headers["x-tenant"];
  if (tenant === undefined || !tenants.has(tenant.toLowerCase())) return 400;
  const { authorization } = headers;
  if (authorization === undefined || !authorization.startsWith("Bearer ")) return 401;
  const claims = tokens.get(authorization.slice(7));
  if (claims === undefined || claims.exp * 1000 < Date.now() || claims.iss !== "bench" || claims.aud !== "orders") {
    return 401;
  }
  const now = Date.now();
  let count = counts.get(caller);
  if (count === undefined || count.until < now) {
    count = { used: 0, until: now + windowMs };
    counts.set(caller, count);
  }
  if (++count.used > 1_000_000_000) return 429;
  const tier = tenant.toLowerCase();
  if (tier === "silver") headers["x-lane"] = "slow";
  else if (tier === "gold") headers["x-lane"] = "fast";
  headers["x-gateway"] = "bench";
  headers["x-caller"] = caller;
  delete headers["ocp-apim-subscription-key"];
  const id = /^\/orders\/([^/?]+)/.exec(url)?.[1];
  return id === undefined ? 404 : `/v2/orders/${id}`;
}
