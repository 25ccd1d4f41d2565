import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Exchange, ResponseMessage } from "@/policy/exchange";
import { countPrompt } from "./count-prompt";
import { jsonIn, type LlmRequest } from "./read-llm-request";
import { StreamReader } from "./stream-reader";
import { noUsage, type TokenUsage, usageIn } from "./token-usage";
import { tokenizerFor } from "./tokenizer";

/** Told of each answer of a backend: before the policies that follow, or, where it is streamed, at its end. */
export type UsageListener = (usage: TokenUsage, answer: ResponseMessage) => void | Promise<void>;

const decoders = new Map([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

const listening = Symbol("listeners of token usage");

/** Beyond this size an answer is no completion whose usage is worth keeping it back. */
const maxAnswerBytes = 16 * 1024 * 1024;

/** An answer is read once, however many policies want to know what it cost. */
export function watchUsage(exchange: Exchange, request: LlmRequest | null, listener: UsageListener): void {
  const before = exchange.notes.get(listening) as UsageListener[] | undefined;
  if (before !== undefined) {
    before.push(listener);
    return;
  }
  const listeners = [listener];
  exchange.notes.set(listening, listeners);
  exchange.answerWatchers ??= [];
  exchange.answerWatchers.push((answer) => {
    const isStream = /^text\/event-stream\b/i.test(answer.headers.get("content-type") ?? "");
    if (answer.status >= 400) return tell(listeners, noUsage, answer);
    return isStream ? follow(exchange, request, answer, listeners) : readWhole(request, answer, listeners);
  });
}

async function tell(listeners: readonly UsageListener[], usage: TokenUsage, answer: ResponseMessage): Promise<void> {
  for (const listener of listeners) await listener(usage, answer);
}

async function readWhole(
  request: LlmRequest | null,
  answer: ResponseMessage,
  listeners: readonly UsageListener[],
): Promise<void> {
  const { body, headers } = answer;
  const isJson = /json/i.test(headers.get("content-type") ?? "");
  const fits = (body.length ?? 0) <= maxAnswerBytes;
  if (!isJson || !fits) return tell(listeners, noUsage, answer);
  const json = await jsonIn(answer);
  const usage = usageIn(json) ?? { ...noUsage, ...(await promptOnly(request)) };
  return tell(listeners, usage, answer);
}

/** The text flows on to the client; what it cost is known when it has passed. */
async function follow(
  exchange: Exchange,
  request: LlmRequest | null,
  answer: ResponseMessage,
  listeners: readonly UsageListener[],
): Promise<void> {
  const reader = new StreamReader();
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    reader.end();
    settle(request, reader)
      .then((usage) => tell(listeners, usage, answer))
      // The answer is on its way or gone; nobody is left to be told.
      .catch((error) => exchange.trace?.note("token-usage", { message: String(error) }));
  };
  const { body, headers } = answer;
  const sink = sinkFor(headers.get("content-encoding"), reader, end);
  if (body.tap !== undefined) body.tap((chunk) => (chunk === null ? sink.end() : sink.write(chunk)));
  else if (body.content) sink.write(body.content);
  // Where the client went away before the end, what had come by then counts.
  exchange.atEnd(() => sink.end());
}

interface Sink {
  write(chunk: Uint8Array): void;
  end(): void;
}

/** Reads along, through the compression that the backend has chosen. */
function sinkFor(encoding: string | undefined, reader: StreamReader, end: () => void): Sink {
  const make = decoders.get(encoding?.trim().toLowerCase() ?? "");
  if (make === undefined) return { write: (chunk) => reader.read(chunk), end };
  const decoder = make();
  decoder.on("data", (chunk: Uint8Array) => reader.read(chunk));
  decoder.once("end", end);
  // It breaks off, or is none: what could be read counts.
  decoder.on("error", end);
  return {
    write: (chunk) => {
      if (decoder.writable) decoder.write(chunk);
    },
    end: () => {
      if (decoder.writable) decoder.end();
    },
  };
}

/** Where no piece told the usage, it is estimated from the text that was streamed. */
async function settle(request: LlmRequest | null, reader: StreamReader): Promise<TokenUsage> {
  if (reader.usage !== null) return reader.usage;
  const count = await tokenizerFor(request?.model ?? "");
  const completion = count(reader.text);
  const { prompt } = await promptOnly(request);
  return { prompt, completion, total: prompt + completion };
}

async function promptOnly(request: LlmRequest | null): Promise<{ prompt: number; total: number }> {
  const prompt = request === null ? 0 : await countPrompt(request);
  return { prompt, total: prompt };
}
