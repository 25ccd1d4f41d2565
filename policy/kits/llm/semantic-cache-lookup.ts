import { BytesBody } from "@/policy/body";
import {
  type CompileContext,
  fixed,
  partsNamed,
  read,
  readOptional,
  required,
  type Value,
} from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, respond, type Step } from "@/policy/exchange";
import { Headers } from "@/policy/headers";
import { counterKey } from "@/policy/kits/counter/counter-key";
import type { PolicyNode } from "@/policy/policy-node";
import { type EmbedOptions, embed } from "./embed";
import { type LlmRequest, promptText, readLlmRequest } from "./read-llm-request";
import { type CachedAnswer, semanticCacheOf } from "./semantic-cache";

/** What a lookup in vain leaves for the store in outbound. */
export interface MissedLookup {
  readonly partition: string;
  readonly vector: Float32Array;
}
export const missedLookup = Symbol("semantic cache lookup in vain");

interface Options {
  readonly source: string;
  /** The page: the lower, the more alike a prompt must be. So it is a distance. */
  readonly maxDistance: number;
  readonly backendId: Value<string>;
  readonly auth: EmbedOptions["auth"];
  readonly ignoresSystem: Value<boolean>;
  readonly cacheId: Value<string> | null;
  readonly maxMessages: Value<number> | null;
  readonly varyBy: readonly Value<string>[];
}

/**
 * llm-semantic-cache-lookup and azure-openai-semantic-cache-lookup. Answers are kept in the gateway's memory: each gateway
 * has its own, and no external cache is needed.
 */
export function semanticCacheLookup(node: PolicyNode, context: CompileContext): Step {
  const options: Options = {
    source: node.name,
    maxDistance: fixed(node, required(node, "score-threshold", context.number(node, "score-threshold"))),
    backendId: required(node, "embeddings-backend-id", context.text(node, "embeddings-backend-id")),
    auth: fixed(
      node,
      required(node, "embeddings-backend-auth", context.text(node, "embeddings-backend-auth")),
    ) as EmbedOptions["auth"],
    ignoresSystem: context.boolean(node, "ignore-system-messages") ?? { fixed: false },
    cacheId: context.text(node, "cache-id"),
    maxMessages: context.integer(node, "max-message-count"),
    varyBy: partsNamed(node, "vary-by").map((part) => context.content(part)),
  };
  return (exchange) => lookUp(exchange, options);
}

async function lookUp(exchange: Exchange, options: Options): Promise<Flow> {
  const { source } = options;
  const request = await readLlmRequest(exchange);
  const text = request === null ? null : promptToCompare(request, exchange, options);
  if (request === null || text === null || text === "") {
    exchange.trace?.note(source, { message: "This request is neither answered from the cache nor kept in it." });
    return proceed;
  }
  const backendId = read(options.backendId, exchange);
  const vector = await embed(exchange, { source, backendId, auth: options.auth }, text);
  if (vector === null) return proceed;
  const partition = partitionOf(request, exchange, options);
  const found = semanticCacheOf(exchange.host).find(partition, vector, options.maxDistance);
  exchange.trace?.note(source, { hit: found !== null, distance: found?.distance ?? null });
  if (found === null) {
    exchange.notes.set(missedLookup, { partition, vector } satisfies MissedLookup);
    return proceed;
  }
  exchange.response = responseOf(found.answer);
  return respond;
}

/** null: it is not for the cache, as an answer that is streamed piece by piece, or a long dialogue. */
function promptToCompare(request: LlmRequest, exchange: Exchange, options: Options): string | null {
  if (request.isStreaming || request.promptType === "embeddings") return null;
  if (request.promptType === "completion") return promptText(request);
  const ignoresSystem = read(options.ignoresSystem, exchange);
  const messages = request.messages.filter(
    ({ role }) => !(ignoresSystem && (role === "system" || role === "developer")),
  );
  const most = readOptional(options.maxMessages, exchange);
  if (most !== null && messages.length > most) return null;
  return messages.map(({ role, text }) => `${role}: ${text}`).join("\n");
}

/** Answers of one API, path and model are not another's; lengths keep apart what would look the same when put together. */
function partitionOf(request: LlmRequest, exchange: Exchange, { cacheId, varyBy }: Options): string {
  const parts = [
    exchange.api?.id ?? "",
    exchange.request.path,
    request.model,
    readOptional(cacheId, exchange) ?? "",
    ...varyBy.map((value) => read(value, exchange)),
  ];
  // The client writes some of them, at any length; a cache keeps many.
  return counterKey("", parts.map((part) => `${part.length}:${part}`).join(""));
}

const responseOf = ({ status, reason, contentType, body }: CachedAnswer) => ({
  status,
  reason,
  headers: new Headers(["Content-Type", contentType]),
  body: new BytesBody(body),
});
