import { expect, test } from "vitest";
import { StreamReader } from "./stream-reader";

const encoder = new TextEncoder();
const data = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
const delta = (content: string) => data({ choices: [{ delta: { content } }] });

function read(text: string, size = text.length): StreamReader {
  const reader = new StreamReader();
  const bytes = encoder.encode(text);
  for (let from = 0; from < bytes.length; from += size) reader.read(bytes.subarray(from, from + size));
  reader.end();
  return reader;
}

test.each([1, 2, 3, 7, 1000])("text and usage are found however the stream is cut: every %i bytes", (size) => {
  const usage = { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 };
  const reader = read(
    `: hello\r\n${delta("Grüße")}${delta(" 漢字😀")}${data({ choices: [], usage })}data: [DONE]\n\n`,
    size,
  );
  expect(reader.text).toBe("Grüße 漢字😀");
  expect(reader.usage).toEqual({ prompt: 3, completion: 2, total: 5 });
});

test("pieces without a usage, broken ones and other lines say nothing of it", () => {
  const reader = read(
    `event: x\ndata: {"choices": [{"delta": {"content": "a"}, "usage": null\n${data({ usage: null })}data: 5\n`,
  );
  expect([reader.text, reader.usage]).toEqual(["", null]);
});

test("calls of tools and plain completions are text, too", () => {
  const call = { function: { name: "get", arguments: '{"a":1}' } };
  expect(
    read(data({ choices: [{ delta: { tool_calls: [call] } }] }) + data({ choices: [{ text: "plain" }] })).text,
  ).toBe('get{"a":1}plain');
});

test("the events of a responses API and of a messages API", () => {
  const responses = read(
    data({ type: "response.output_text.delta", delta: "Hi" }) +
      data({ type: "response.completed", response: { usage: { input_tokens: 4, output_tokens: 1, total_tokens: 5 } } }),
  );
  expect([responses.text, responses.usage]).toEqual(["Hi", { prompt: 4, completion: 1, total: 5 }]);
  const messages = read(
    data({ type: "message_start", message: { usage: { input_tokens: 10, output_tokens: 1 } } }) +
      data({ type: "content_block_delta", delta: { type: "text_delta", text: "Hi" } }) +
      data({ type: "message_delta", usage: { output_tokens: 7 } }),
  );
  expect([messages.text, messages.usage]).toEqual(["Hi", { prompt: 10, completion: 7, total: 17 }]);
});

test("a line without an end is given up, and what follows it is read", () => {
  const reader = new StreamReader();
  const piece = encoder.encode("x".repeat(500_000));
  for (let index = 0; index < 5; index++) reader.read(piece);
  reader.read(encoder.encode(`\n${delta("after")}`));
  reader.end();
  expect(reader.text).toBe("after");
});
