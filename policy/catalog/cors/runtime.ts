import { type Runtime, read, type Value } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, respond } from "@/policy/exchange";
import type { Headers } from "@/policy/headers";
import { type CompiledCors, type CorsRules, compileCors } from "@/policy/kits/cors/cors-rules";
import { isPreflight } from "@/policy/kits/cors/preflight";
import { newResponse } from "@/policy/message";

/** Marks a request that a cors policy has decided about: the first that knows its origin is the only one. */
const decided = Symbol("cors");

export const runtime: Runtime = {
  compile(node, context) {
    const cors = compileCors(node, context);
    return (exchange) => {
      const origin = exchange.request.headers.get("origin") ?? null;
      if (origin === null) return withoutOrigin(exchange, cors);
      if (exchange.notes.has(decided)) return proceed;
      const rules = cors.rulesFor(exchange, origin);
      exchange.trace?.note("cors", { origin, allowed: rules.origin !== null });
      if (isPreflight(exchange)) return answerPreflight(exchange, cors, rules);
      return rules.origin === null ? unmatched(exchange, rules) : matched(exchange, cors, rules);
    };
  },
};

/** What is kept of this answer by a cache between here and a browser is not good for every origin. */
function withoutOrigin(exchange: Exchange, cors: CompiledCors): Flow {
  if (cors.rulesFor(exchange, null).variesByOrigin) exchange.atResponse(({ headers }) => addVary(headers, "Origin"));
  return proceed;
}

/** Requests other than GET and HEAD go on, without the headers; what becomes of them is documented for these two alone. */
function unmatched(exchange: Exchange, { terminatesUnmatched }: CorsRules): Flow {
  const { method } = exchange.request;
  if (terminatesUnmatched && (method === "GET" || method === "HEAD")) return emptyAnswer(exchange);
  exchange.atResponse(({ headers }) => addVary(headers, "Origin"));
  return proceed;
}

/** The headers are for whatever the response will be, an error's included: a page could not read why it failed otherwise. */
function matched(exchange: Exchange, { exposed }: CompiledCors, rules: CorsRules): Flow {
  exchange.notes.set(decided, true);
  const shown = listOf(exposed, exchange);
  exchange.atResponse(({ headers }) => {
    allowOrigin(headers, rules);
    if (shown.length > 0) headers.set("Access-Control-Expose-Headers", shown.join(","));
  });
  return proceed;
}

function answerPreflight(exchange: Exchange, cors: CompiledCors, rules: CorsRules): Flow {
  if (rules.origin === null) return rules.terminatesUnmatched ? emptyAnswer(exchange) : proceed;
  exchange.notes.set(decided, true);
  const { headers: asked } = exchange.request;
  const method = asked.get("access-control-request-method") ?? "";
  const methods = cors.methods === null ? ["GET", "POST"] : listOf(cors.methods, exchange);
  const flow = emptyAnswer(exchange);
  // A preflight that asks for too much is answered without the headers, which is a no.
  if (!methods.some((each) => each === "*" || each.toUpperCase() === method.toUpperCase())) return flow;
  const { headers } = exchange.response ?? newResponse();
  allowOrigin(headers, rules);
  headers.set("Access-Control-Allow-Methods", methods.includes("*") ? method : methods.join(","));
  const allowed = listOf(cors.headers, exchange);
  const wanted = asked.get("access-control-request-headers")?.trim() ?? "";
  if (allowed.includes("*")) {
    if (wanted !== "") headers.set("Access-Control-Allow-Headers", wanted);
    addVary(headers, "Access-Control-Request-Headers");
  } else if (allowed.length > 0) headers.set("Access-Control-Allow-Headers", allowed.join(","));
  if (cors.maxAge !== null) headers.set("Access-Control-Max-Age", String(read(cors.maxAge, exchange)));
  return flow;
}

function emptyAnswer(exchange: Exchange): Flow {
  exchange.response = newResponse();
  addVary(exchange.response.headers, "Origin");
  return respond;
}

/** What a backend said of its own is no longer true. */
function allowOrigin(headers: Headers, { origin, variesByOrigin, allowsCredentials }: CorsRules): void {
  headers.set("Access-Control-Allow-Origin", origin as string);
  if (allowsCredentials) headers.set("Access-Control-Allow-Credentials", "true");
  else headers.remove("Access-Control-Allow-Credentials");
  if (variesByOrigin) addVary(headers, "Origin");
}

function addVary(headers: Headers, name: string): void {
  const named = headers.all("vary").flatMap((value) => value.split(",").map((each) => each.trim().toLowerCase()));
  if (!named.includes("*") && !named.includes(name.toLowerCase())) headers.append("Vary", name);
}

const listOf = (values: readonly Value<string>[], exchange: Exchange): string[] =>
  values.map((value) => read(value, exchange).trim()).filter((text) => text !== "");
