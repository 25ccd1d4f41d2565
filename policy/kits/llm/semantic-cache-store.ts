import { type CompileContext, read, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, type Step } from "@/policy/exchange";
import { decodedBytes } from "@/policy/kits/message/decoded-bytes";
import type { PolicyNode } from "@/policy/policy-node";
import { semanticCacheOf } from "./semantic-cache";
import { type MissedLookup, missedLookup } from "./semantic-cache-lookup";

/** Larger ones are no completions worth keeping. */
const maxAnswerBytes = 1024 * 1024;

/** llm-semantic-cache-store and azure-openai-semantic-cache-store. Which answers are not kept is not documented: all but whole ones of status 200. */
export function semanticCacheStore(node: PolicyNode, context: CompileContext): Step {
  const duration = required(node, "duration", context.integer(node, "duration"));
  return (exchange) => {
    const missed = exchange.notes.get(missedLookup) as MissedLookup | undefined;
    const stores = missed !== undefined && isKept(exchange);
    exchange.trace?.note(node.name, { stored: stores });
    if (!stores) return proceed;
    const seconds = read(duration, exchange);
    return seconds <= 0 ? proceed : store(exchange, missed, seconds * 1000);
  };
}

function isKept({ response }: Exchange): boolean {
  if (response?.status !== 200) return false;
  const isWhole = !/^text\/event-stream\b/i.test(response.headers.get("content-type") ?? "");
  return isWhole && (response.body.length ?? 0) <= maxAnswerBytes;
}

async function store(exchange: Exchange, { partition, vector }: MissedLookup, lifetimeMs: number): Promise<Flow> {
  const { response } = exchange;
  if (response === null) return proceed;
  const { headers, status, reason } = response;
  const body = await decodedBytes(response);
  if (body.length > maxAnswerBytes) return proceed;
  const contentType = headers.get("content-type") ?? "application/json";
  // A copy: what the listener sends is its own.
  const answer = { status, reason, contentType, body: body.slice() };
  semanticCacheOf(exchange.host).add(partition, vector, answer, lifetimeMs);
  return proceed;
}
