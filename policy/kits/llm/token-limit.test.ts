import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request as send } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { MemoryCounters } from "@/gateway/stores/counters/memory-counters";
import { ToldServices } from "@/gateway/testing/cases/told-services";
import { api, defaultGlobalPolicy, operation, policy } from "@/gateway/testing/documents";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import type { CountingWindow } from "@/policy/host/counters";

let gateway: GatewayFixture | null = null;
let upstream: Upstream | null = null;
afterEach(async () => {
  await gateway?.close();
  await upstream?.close();
  [gateway, upstream] = [null, null];
});

type Answer = Parameters<typeof startUpstream>[0];

async function start(inbound: string, answer: Answer, services: Parameters<typeof startGateway>[1] = {}) {
  upstream = await startUpstream(answer);
  gateway = await startGateway(
    [
      defaultGlobalPolicy,
      api("a", { path: "", serviceUrl: upstream.url }),
      operation("a", "POST", "/chat"),
      policy("/apis/a", `<policies><inbound><base />${inbound}</inbound><backend><base /></backend></policies>`),
    ],
    services,
  );
  return gateway;
}

const prompt = { model: "gpt-4o", messages: [{ role: "user", content: "Hello!" }] };
const ask = (url: string, body: object = prompt) =>
  fetch(`${url}/chat`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

test("of many requests at once exactly as many pass as the limit has room for", async () => {
  let asked = 0;
  const own = '<llm-token-limit counter-key="one" tokens-per-minute="95" estimate-prompt-tokens="true" />';
  const { url } = await start(own, (_, response) => {
    asked++;
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ usage: { prompt_tokens: 9, completion_tokens: 0, total_tokens: 9 } }));
  });
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await ask(url)).status));
  // Each prompt has nine tokens.
  expect(statuses.filter((status) => status === 200)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(30);
  expect(asked).toBe(10);
});

test("what two policies of one request count under one key is counted once", async () => {
  const own =
    '<llm-token-limit counter-key="one" tokens-per-minute="100" estimate-prompt-tokens="false" remaining-tokens-header-name="X-Left" />';
  const { url } = await start(own + own, (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ usage: { total_tokens: 30 } }));
  });
  expect((await ask(url)).headers.get("x-left")).toBe("70");
});

const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;

/** A backend that sends one piece and waits to be told to go on. */
function inPieces() {
  let goOn = (): void => {};
  const told = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const answer: Answer = async (request, response) => {
    request.resume();
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write(event("Hello"));
    await told;
    response.end(`${event(" world")}data: [DONE]\n\n`);
  };
  return { answer, goOn };
}

async function openStream(url: string): Promise<{ request: ClientRequest; response: IncomingMessage; first: string }> {
  const request = send(`${url}/chat`, { method: "POST", headers: { "Content-Type": "application/json" } });
  request.on("error", () => {});
  request.end(JSON.stringify({ ...prompt, stream: true }));
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.on("error", () => {});
  const [chunk] = (await once(response, "data")) as [Buffer];
  return { request, response, first: chunk.toString("utf8") };
}

const emits = '<llm-emit-token-metric value-type="completion-tokens" />';

test("a streamed piece is with the client before the next one is sent, and all pieces are counted", async () => {
  const told = new ToldServices();
  const { answer, goOn } = inPieces();
  const { url } = await start(emits, answer, { services: { telemetry: told } });
  const { response, first } = await openStream(url);
  expect(first).toBe(event("Hello"));
  expect(told.metrics).toEqual([]);
  goOn();
  response.resume();
  await once(response, "end");
  await vi.waitFor(() => expect(told.metrics).toMatchObject([{ name: "Completion Tokens", value: 2 }]), 5000);
});

test("where the client goes away in the middle, what had come by then is counted", async () => {
  const told = new ToldServices();
  const { answer, goOn } = inPieces();
  const { url } = await start(emits, answer, { services: { telemetry: told } });
  const { request } = await openStream(url);
  request.destroy();
  await vi.waitFor(() => expect(told.metrics).toMatchObject([{ name: "Completion Tokens", value: 1 }]), 5000);
  goOn();
});

test.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
] as const)("a stream that is compressed with %s is read, too", async (encoding, compress) => {
  const told = new ToldServices();
  const { url } = await start(
    emits,
    (_, response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Content-Encoding": encoding });
      response.end(compress(`${event("Hello")}${event(" world")}data: [DONE]\n\n`));
    },
    { services: { telemetry: told } },
  );
  expect(await (await ask(url, { ...prompt, stream: true })).text()).toContain("world");
  await vi.waitFor(() => expect(told.metrics).toMatchObject([{ name: "Completion Tokens", value: 2 }]), 5000);
});

test("counters that are elsewhere are waited for", async () => {
  const memory = new MemoryCounters();
  const later = async <T>(made: T): Promise<T> => made;
  const counters = {
    take: (key: string, window: CountingWindow, amount: number) => later(memory.take(key, window, amount)),
    takeAll: (takes: Parameters<MemoryCounters["takeAll"]>[0]) => later(memory.takeAll(takes)),
    add: (key: string, window: CountingWindow, amount: number) => later(memory.add(key, window, amount)),
    look: (key: string, window: CountingWindow) => later(memory.look(key, window)),
  };
  const own = '<llm-token-limit counter-key="one" tokens-per-minute="30" estimate-prompt-tokens="false" />';
  const answer: Answer = (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ usage: { total_tokens: 30 } }));
  };
  const { url } = await start(own, answer, { services: { counters } });
  expect([(await ask(url)).status, (await ask(url)).status]).toEqual([200, 429]);
});
