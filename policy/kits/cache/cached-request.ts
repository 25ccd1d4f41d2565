import { emptyBody } from "@/policy/body";
import type { Exchange, ResponseMessage } from "@/policy/exchange";
import type { Headers } from "@/policy/headers";
import type { CacheStore } from "@/policy/host/cache-store";

/** What cache-lookup leaves for cache-store and for the answer: a request that the cache may answer. */
export interface CachedRequest {
  readonly key: string;
  readonly store: CacheStore | null;
  /** As they were when the cache was asked. */
  readonly headers: Headers;
  readonly downstream: "none" | "private" | "public";
  readonly mustRevalidate: boolean;
}

export const cachedRequest = Symbol("cache-lookup: the request may be answered by the cache");
/** The pipeline goes on behind cache-store. */
export const answeredByCache = Symbol("cache-lookup: the answer is that of the cache");

/** Conditions of the caller, which the answer of the cache meets in the backend's place. */
export const conditions = ["if-none-match", "if-modified-since"] as const;

/** Tells the caller how long it may keep the answer, and spares it a content that it has. */
export function finishAnswer(exchange: Exchange, request: CachedRequest, freshUntil: number): void {
  exchange.atResponse((response) => {
    sayHowLong(response, request, freshUntil);
    if (response.status === 200 && isUnchanged(request.headers, response.headers)) {
      response.status = 304;
      response.reason = "Not Modified";
      response.body = emptyBody;
      for (const name of ["content-type", "content-length", "content-encoding"]) response.headers.remove(name);
    }
  });
}

/** Which headers the service sends is not documented; what the attributes say is said in the terms of RFC 9111. */
function sayHowLong({ headers }: ResponseMessage, request: CachedRequest, freshUntil: number): void {
  const { downstream, mustRevalidate } = request;
  const seconds = Math.max(0, Math.ceil((freshUntil - Date.now()) / 1000));
  const lasting = `${downstream}, max-age=${seconds}${mustRevalidate ? ", must-revalidate" : ""}`;
  headers.set("Cache-Control", downstream === "none" ? "no-store" : lasting);
  headers.remove("expires");
  headers.remove("pragma");
}

/** RFC 9110 section 13.2.2: a tag comes before a date. */
function isUnchanged(asked: Headers, answer: Headers): boolean {
  const tags = asked.all("if-none-match").join(",");
  if (tags !== "") {
    const own = answer.get("etag");
    if (own === undefined) return false;
    return tags.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).some((tag) => tag.trim() === "*" || weak(tag) === weak(own));
  }
  const since = Date.parse(asked.get("if-modified-since") ?? "");
  const modified = Date.parse(answer.get("last-modified") ?? "");
  return modified <= since;
}

const weak = (tag: string): string => tag.trim().replace(/^W\//, "");
