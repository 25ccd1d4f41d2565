import { expect, test } from "vitest";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { textBody } from "@/policy/body";
import { countPrompt } from "./count-prompt";
import { readLlmRequest } from "./read-llm-request";
import { encodingOf, tokenizerFor } from "./tokenizer";

async function tokensOf(json: object, url = "/chat/completions"): Promise<number | null> {
  const exchange = fakeExchange({ url, method: "POST", body: textBody(JSON.stringify(json)) });
  const request = await readLlmRequest(exchange);
  return request === null ? null : countPrompt(request);
}

/** The messages and counts of OpenAI's cookbook, which are what its API answers. */
const published = [
  {
    role: "system",
    content: "You are a helpful, pattern-following assistant that translates corporate jargon into plain English.",
  },
  { role: "system", name: "example_user", content: "New synergies will help drive top-line growth." },
  { role: "system", name: "example_assistant", content: "Things working well together will increase revenue." },
  {
    role: "system",
    name: "example_user",
    content: "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
  },
  {
    role: "system",
    name: "example_assistant",
    content: "Let's talk later when we're less busy about how to do better.",
  },
  { role: "user", content: "This late pivot means we don't have time to boil the ocean for the client deliverable." },
];
const tools = [
  {
    type: "function",
    function: {
      name: "get_current_weather",
      description: "Get the current weather in a given location",
      parameters: {
        type: "object",
        properties: {
          location: { type: "string", description: "The city and state, e.g. San Francisco, CA" },
          unit: { type: "string", description: "The unit of temperature to return", enum: ["celsius", "fahrenheit"] },
        },
        required: ["location"],
      },
    },
  },
];

test.each([
  ["gpt-3.5-turbo", 129],
  ["gpt-4-0613", 129],
  ["gpt-4", 129],
  ["gpt-4o", 124],
  ["gpt-4o-mini", 124],
])("the published messages cost %s %i tokens", async (model, tokens) => {
  expect(await tokensOf({ model, messages: published })).toBe(tokens);
});

test.each([
  ["gpt-3.5-turbo", 105],
  ["gpt-4", 105],
  ["gpt-4o", 101],
])("the published tools cost %s %i tokens with their messages", async (model, tokens) => {
  const messages = [
    { role: "system", content: "You are a helpful assistant that can answer to questions about the weather." },
    { role: "user", content: "What's the weather like in San Francisco?" },
  ];
  expect(await tokensOf({ model, messages, tools })).toBe(tokens);
});

test("images cost nothing, texts in parts what they cost alone", async () => {
  const image = { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } };
  const parts = [{ type: "text", text: "Hello!" }, image];
  const plain = await tokensOf({ messages: [{ role: "user", content: "Hello!" }] });
  expect(await tokensOf({ messages: [{ role: "user", content: parts }] })).toBe(plain);
});

test("completions and embeddings cost their texts; lists of numbers are tokens already", async () => {
  const embeddings = "/openai/deployments/ada/embeddings";
  expect(await tokensOf({ prompt: "Hello world" }, "/completions")).toBe(2);
  expect(await tokensOf({ input: ["Hello world", "Hello"] }, embeddings)).toBe(3);
  expect(await tokensOf({ input: [1, 2, 3] }, embeddings)).toBe(3);
  expect(await tokensOf({ input: [[1, 2], [3]] }, embeddings)).toBe(3);
});

test("a response API's input and instructions are its messages", async () => {
  const one = await tokensOf({ input: "Hello!", instructions: "Be brief." }, "/openai/v1/responses");
  const messages = [
    { role: "system", content: "Be brief." },
    { role: "user", content: "Hello!" },
  ];
  expect(one).toBe(await tokensOf({ messages }));
});

test.each(["", "not json", "[]", "{}", '"text"', "null"])(
  "a body that is no request to a model is none: %j",
  async (text) => {
    expect(await readLlmRequest(fakeExchange({ body: textBody(text) }))).toBeNull();
  },
);

test.each([
  ["gpt-4o-2024-08-06", "o200k_base"],
  ["gpt-4.1-mini", "o200k_base"],
  ["gpt-5", "o200k_base"],
  ["o3-mini", "o200k_base"],
  ["chatgpt-4o-latest", "o200k_base"],
  ["gpt-4-turbo", "cl100k_base"],
  ["gpt-4-1106-preview", "cl100k_base"],
  ["gpt-35-turbo", "cl100k_base"],
  ["text-embedding-3-small", "cl100k_base"],
  ["my-deployment", "o200k_base"],
])("%s is counted by %s", (model, encoding) => {
  expect(encodingOf(model)).toBe(encoding);
});

test("marks of the model's own are text when a user writes them", async () => {
  const count = await tokenizerFor("gpt-4o");
  expect(count("<|endoftext|>")).toBeGreaterThan(1);
});

test("a text that is hostile to a tokenizer is counted all the same", async () => {
  const count = await tokenizerFor("gpt-4o");
  const length = 300_000;
  for (const text of ["a".repeat(length), " ".repeat(length), "漢".repeat(length / 3), "😀".repeat(length / 2)]) {
    expect(count(text)).toBeGreaterThan(0);
  }
  const words = "the quick brown fox ".repeat(50_000);
  expect(count(words.repeat(3))).toBeCloseTo(count(words) * 3, -4);
});
