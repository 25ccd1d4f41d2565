import type { Body, Exchange } from "@/policy/exchange";
import { decodedText } from "@/policy/kits/message/decoded-text";
import { NotInflatable } from "@/policy/kits/message/inflate-up-to";
import type { Message } from "@/policy/message";

export type PromptType = "chat-completion" | "completion" | "embeddings";

/** What a request to a language model says, of the shapes of OpenAI's chat, responses, completions and embeddings. */
export interface LlmRequest {
  readonly promptType: PromptType;
  readonly json: Readonly<Record<string, unknown>>;
  /** The model's name, or that of its deployment; "" where the request names none. */
  readonly model: string;
  readonly isStreaming: boolean;
  readonly messages: readonly LlmMessage[];
}
export interface LlmMessage {
  readonly role: string;
  readonly text: string;
  /** All of it, as it came. */
  readonly source: Readonly<Record<string, unknown>>;
}

const known = Symbol("request to a language model");

interface Known {
  readonly body: Body;
  readonly request: LlmRequest | null;
}

/** null: the body is none that a language model takes. Read once, however many policies ask. */
export async function readLlmRequest(exchange: Exchange): Promise<LlmRequest | null> {
  const { body } = exchange.request;
  const before = exchange.notes.get(known) as Known | undefined;
  // A policy in between may have put another body in its place.
  if (before?.body === body) return before.request;
  const read = described(await jsonIn(exchange.request), exchange);
  exchange.notes.set(known, { body, request: read } satisfies Known);
  return read;
}

function described(json: unknown, exchange: Exchange): LlmRequest | null {
  if (!isRecord(json)) return null;
  const path = exchange.request.path.replace(/\/+$/, "");
  const promptType = promptTypeOf(json, path);
  if (promptType === null) return null;
  const deployment = exchange.matchedParameters.get("deployment-id") ?? /\/deployments\/([^/]+)/.exec(path)?.[1] ?? "";
  return {
    promptType,
    json,
    model: typeof json.model === "string" ? json.model : deployment,
    isStreaming: json.stream === true,
    messages: promptType === "chat-completion" ? messagesOf(json) : [],
  };
}

/** undefined: it is no JSON. */
export async function jsonIn(message: Message): Promise<unknown> {
  const text = await decodedText(message).catch((error) => {
    if (error instanceof NotInflatable) return "";
    throw error;
  });
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function promptTypeOf(json: Readonly<Record<string, unknown>>, path: string): PromptType | null {
  if (Array.isArray(json.messages)) return "chat-completion";
  if (json.prompt !== undefined) return "completion";
  if (json.input === undefined) return null;
  return path.endsWith("/responses") || json.instructions !== undefined || isConversation(json.input)
    ? "chat-completion"
    : "embeddings";
}

const isConversation = (input: unknown): boolean => Array.isArray(input) && input.some(isRecord);

/** Those of a chat; of a response API also its instructions and its plain input. */
function messagesOf(json: Readonly<Record<string, unknown>>): LlmMessage[] {
  const messages: LlmMessage[] = [];
  const { instructions, system } = json;
  for (const text of [instructions, system]) {
    if (text !== undefined && text !== null) messages.push(messageOf({ role: "system", content: text }));
  }
  const list = json.messages ?? json.input;
  if (typeof list === "string") messages.push(messageOf({ role: "user", content: list }));
  for (const each of Array.isArray(list) ? list : []) if (isRecord(each)) messages.push(messageOf(each));
  return messages;
}

const messageOf = (source: Readonly<Record<string, unknown>>): LlmMessage => ({
  role: typeof source.role === "string" ? source.role : "user",
  text: contentText(source.content ?? source.output),
  source,
});

/** A text, or the texts of parts; images and sounds have none. */
function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => (typeof part === "string" ? part : isRecord(part) && typeof part.text === "string" ? part.text : ""))
    .filter((text) => text !== "")
    .join("\n");
}

/** The texts of a completion's prompt or an embedding's input; lists of numbers are tokens already. */
export function plainInputs({ json, promptType }: LlmRequest): { texts: string[]; tokens: number } {
  const given = promptType === "completion" ? json.prompt : json.input;
  const texts: string[] = [];
  let tokens = 0;
  for (const each of Array.isArray(given) ? given : [given]) {
    if (typeof each === "string") texts.push(each);
    else if (typeof each === "number") tokens++;
    else if (Array.isArray(each)) tokens += each.length;
  }
  return { texts, tokens };
}

/** All text that a request holds. */
export const promptText = (request: LlmRequest): string =>
  request.promptType === "chat-completion"
    ? request.messages
        .map(({ text }) => text)
        .filter((text) => text !== "")
        .join("\n")
    : plainInputs(request).texts.join("\n");
