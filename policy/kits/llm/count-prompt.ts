import { isRecord, type LlmMessage, type LlmRequest, plainInputs } from "./read-llm-request";
import { type CountTokens, encodingOf, tokenizerFor } from "./tokenizer";

const known = new WeakMap<LlmRequest, Promise<number>>();

/** The tokens of a prompt, by the recipe that OpenAI publishes; images are not counted. Counted once for each request. */
export function countPrompt(request: LlmRequest): Promise<number> {
  const before = known.get(request);
  if (before !== undefined) return before;
  const counting = tokenizerFor(request.model).then((count) => countWith(count, request));
  known.set(request, counting);
  return counting;
}

function countWith(count: CountTokens, request: LlmRequest): number {
  if (request.promptType !== "chat-completion") {
    const { texts, tokens } = plainInputs(request);
    return texts.reduce((sum, text) => sum + count(text), tokens);
  }
  const messages = request.messages.reduce((sum, message) => sum + ofMessage(count, message), 0);
  // Every reply is begun with <|start|>assistant<|message|>.
  return messages + 3 + ofTools(count, request);
}

function ofMessage(count: CountTokens, { role, text, source }: LlmMessage): number {
  let tokens = 3 + count(role) + count(text);
  if (typeof source.name === "string") tokens += 1 + count(source.name);
  for (const call of Array.isArray(source.tool_calls) ? source.tool_calls : []) {
    if (!isRecord(call) || !isRecord(call.function)) continue;
    tokens += count(textIn(call.function, "name")) + count(textIn(call.function, "arguments"));
  }
  return tokens;
}

/** Published in OpenAI's cookbook, "How to count tokens". */
function ofTools(count: CountTokens, { json, model }: LlmRequest): number {
  const tools = (Array.isArray(json.tools) ? json.tools : []).filter(isRecord);
  if (tools.length === 0) return 0;
  const begin = encodingOf(model) === "o200k_base" ? 7 : 10;
  let tokens = 12;
  for (const tool of tools) {
    const described = isRecord(tool.function) ? tool.function : tool;
    tokens += begin + count(`${textIn(described, "name")}:${descriptionIn(described)}`);
    const parameters = isRecord(described.parameters) ? described.parameters : {};
    const properties = isRecord(parameters.properties) ? Object.entries(parameters.properties) : [];
    if (properties.length > 0) tokens += 3;
    for (const [name, property] of properties) if (isRecord(property)) tokens += ofProperty(count, name, property);
  }
  return tokens;
}

function ofProperty(count: CountTokens, name: string, property: Record<string, unknown>): number {
  let tokens = 3 + count(`${name}:${textIn(property, "type")}:${descriptionIn(property)}`);
  if (Array.isArray(property.enum)) {
    tokens -= 3;
    for (const value of property.enum) tokens += 3 + count(String(value));
  }
  return tokens;
}

const textIn = (given: Record<string, unknown>, name: string): string => {
  const value = given[name];
  return typeof value === "string" ? value : "";
};

const descriptionIn = (given: Record<string, unknown>): string => textIn(given, "description").replace(/\.$/, "");
