import { isRecord } from "./read-llm-request";
import { type TokenUsage, usageIn } from "./token-usage";

/** Longer lines and texts are not what a model streams; what is beyond is not looked at. */
const maxLine = 1_000_000;
const maxText = 4_000_000;

/** Reads along with a streamed answer: its usage, where a piece tells it, and the text that it is made of. */
export class StreamReader {
  /** Of the last piece that told it. */
  usage: TokenUsage | null = null;
  readonly #decoder = new TextDecoder();
  readonly #texts: string[] = [];
  #textLength = 0;
  #line = "";
  #isSkipping = false;

  read(chunk: Uint8Array): void {
    this.#take(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    this.#take(`${this.#decoder.decode()}\n`);
  }

  get text(): string {
    return this.#texts.join("");
  }

  #take(text: string): void {
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      if (!this.#isSkipping) this.#event(this.#line + text.slice(from, end));
      this.#isSkipping = false;
      this.#line = "";
      from = end + 1;
    }
    if (!this.#isSkipping) this.#line += text.slice(from);
    if (this.#line.length > maxLine) {
      this.#isSkipping = true;
      this.#line = "";
    }
  }

  #event(line: string): void {
    if (!line.startsWith("data:")) return;
    let json: unknown;
    try {
      json = JSON.parse(line.slice(5));
    } catch {
      // "[DONE]", and whatever else is no piece of an answer.
      return;
    }
    if (!isRecord(json)) return;
    this.#usage(json);
    for (const text of textsIn(json)) {
      if (this.#textLength > maxText) return;
      this.#textLength += text.length;
      this.#texts.push(text);
    }
  }

  /** One event may tell the prompt's tokens and another one those of the answer. */
  #usage(json: Record<string, unknown>): void {
    const told = usageIn(json) ?? usageIn(json.response) ?? usageIn(json.message);
    if (told === null) return;
    const before = this.usage ?? told;
    const prompt = Math.max(before.prompt, told.prompt);
    const completion = Math.max(before.completion, told.completion);
    this.usage = { prompt, completion, total: Math.max(told.total, prompt + completion) };
  }
}

function textsIn(json: Record<string, unknown>): string[] {
  const texts: string[] = [];
  const add = (value: unknown) => {
    if (typeof value === "string") texts.push(value);
  };
  for (const choice of Array.isArray(json.choices) ? json.choices : []) {
    if (!isRecord(choice)) continue;
    add(choice.text);
    if (!isRecord(choice.delta)) continue;
    add(choice.delta.content);
    add(choice.delta.reasoning_content);
    add(choice.delta.refusal);
    for (const call of Array.isArray(choice.delta.tool_calls) ? choice.delta.tool_calls : []) {
      if (!isRecord(call) || !isRecord(call.function)) continue;
      add(call.function.name);
      add(call.function.arguments);
    }
  }
  // response.output_text.delta, and content_block_delta of a messages API.
  add(json.delta);
  if (isRecord(json.delta)) add(json.delta.text);
  return texts;
}
