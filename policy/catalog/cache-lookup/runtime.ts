import { partsNamed, type Runtime, read, type Value } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, respond } from "@/policy/exchange";
import { Headers } from "@/policy/headers";
import {
  answeredByCache,
  type CachedRequest,
  cachedRequest,
  conditions,
  finishAnswer,
} from "@/policy/kits/cache/cached-request";
import { chosenStore } from "@/policy/kits/cache/chosen-store";
import { responseKey } from "@/policy/kits/cache/response-key";
import { answers, messageFrom, responseFromBytes } from "@/policy/kits/cache/stored-response";
import type { PolicyNode } from "@/policy/policy-node";

const no: Value<boolean> = { fixed: false };

/** They would make the backend answer with less than the whole, which is of use to nobody else. */
const removedOnMiss = [...conditions, "if-match", "if-unmodified-since", "if-range", "cache-control", "pragma"];

export const runtime: Runtime = {
  compile(node, context) {
    const developer = context.boolean(node, "vary-by-developer") ?? no;
    const groups = context.boolean(node, "vary-by-developer-groups") ?? no;
    const allowsPrivate = context.boolean(node, "allow-private-response-caching") ?? no;
    const downstream = context.text(node, "downstream-caching-type") ?? { fixed: "none" };
    const mustRevalidate = context.boolean(node, "must-revalidate") ?? { fixed: true };
    const storeOf = chosenStore(node, context);
    const headers = namesIn(node, "vary-by-header");
    const query = namesIn(node, "vary-by-query-parameter");

    const begin = (exchange: Exchange): CachedRequest => ({
      key: responseKey(exchange, {
        developer: read(developer, exchange),
        groups: read(groups, exchange),
        headers,
        query: query.length === 0 ? null : query,
      }),
      store: storeOf(exchange),
      headers: new Headers([...exchange.request.headers.lines]),
      downstream: read(downstream, exchange) as CachedRequest["downstream"],
      mustRevalidate: read(mustRevalidate, exchange),
    });

    return (exchange) => {
      const { request, notes } = exchange;
      if (request.method !== "GET" || request.scheme.startsWith("ws") || request.headers.has("range")) return proceed;
      if (request.headers.has("authorization") && !read(allowsPrivate, exchange)) return proceed;
      const asked = begin(exchange);
      notes.set(cachedRequest, asked);
      const found = asked.store?.get(asked.key) ?? null;
      return found instanceof Promise
        ? found.then((bytes) => answer(exchange, asked, bytes))
        : answer(exchange, asked, found);
    };
  },
};

function answer(exchange: Exchange, asked: CachedRequest, bytes: Uint8Array | null): Flow {
  const stored = bytes === null ? null : responseFromBytes(bytes);
  if (stored === null || !answers(stored, asked.headers)) {
    const removed = removedOnMiss.filter((name) => exchange.request.headers.remove(name));
    exchange.trace?.note("cache-lookup", {
      message:
        "Cache lookup resulted in a miss. Cache headers listed below were removed from the request to prompt the backend service to send back a complete response.",
      cacheKey: asked.key,
      cacheHeaders: removed,
    });
    return proceed;
  }
  exchange.trace?.note("cache-lookup", {
    message:
      "Cache lookup resulted in a hit! Cached response will be used. Processing will continue from the step in the response pipeline that is after the corresponding `cache-store`.",
    cacheKey: asked.key,
  });
  exchange.response = messageFrom(stored);
  exchange.notes.set(answeredByCache, true);
  finishAnswer(exchange, asked, stored.freshUntil);
  return respond;
}

/** Several may stand in one element, with semicolons between them. */
const namesIn = (node: PolicyNode, part: string): string[] =>
  partsNamed(node, part)
    .flatMap(({ text }) => text.split(";"))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "")
    .sort();
