import { once } from "node:events";
import http from "node:http";
import { expect, test } from "vitest";
import { kept } from "@/gateway/testing/kept";
import { startEchoingUpstream, startUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire } from "@/gateway/testing/start-wire";
import { wireBefore } from "@/gateway/testing/wire-before";
import type { Body, Outcome } from "@/policy/exchange";

/** What an observer of a body sees. */
function watch(body: Body | undefined): { text: string; ends: number } {
  const seen = { text: "", ends: 0 };
  body?.tap?.((chunk) => {
    if (chunk === null) seen.ends++;
    else seen.text += Buffer.from(chunk).toString("latin1");
  });
  return seen;
}

const big = "0123456789".repeat(50_000);

test.each([
  ["sent straight through", false, false],
  ["kept by forward-request", true, false],
  ["read by a policy", false, true],
])("bodies that are %s are seen whole, and end once", async (_what, bufferRequestBody, read) => {
  const upstream = await startUpstream((request, response) => {
    response.writeHead(200, { "Content-Length": String(big.length) });
    request.resume().on("end", () => response.end(big));
  });
  const seen: ReturnType<typeof watch>[] = [];
  const wire = await wireBefore(upstream, {
    forward: { bufferRequestBody },
    handle: async (exchange, forward) => {
      seen.push(watch(exchange.request.body));
      if (read) await exchange.request.body.bytes();
      seen.push(watch(exchange.request.body));
      await forward();
      seen.push(watch(exchange.response?.body));
      if (read) await exchange.response?.body.bytes();
      if (read) seen.push(watch(exchange.response?.body));
    },
  });
  const answer = await fetch(`http://127.0.0.1:${wire.port}/`, { method: "POST", body: big });
  expect(await answer.text()).toBe(big);
  expect(seen.map(({ text, ends }) => [text === big, ends])).toEqual(seen.map(() => [true, 1]));
});

test("what came before the observer is shown, too, and an end that is a break", async () => {
  const upstream = await startUpstream((_request, response) => {
    response.writeHead(200, { "Content-Length": "100" });
    response.write("some");
    setTimeout(() => response.destroy(), 60);
  });
  let seen: ReturnType<typeof watch> | undefined;
  const wire = await wireBefore(upstream, {
    handle: async (exchange, forward) => {
      await forward();
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen = watch(exchange.response?.body);
    },
  });
  await expect(fetch(`http://127.0.0.1:${wire.port}/`).then((answer) => answer.text())).rejects.toThrow();
  await expect.poll(() => seen).toEqual({ text: "some", ends: 1 });
});

test("the bytes of bodies are counted as they go over the wire", async () => {
  const outcomes: Outcome[] = [];
  const wire = await wireBefore(await startEchoingUpstream(), {
    handle: async (exchange, forward) => {
      exchange.atEnd((outcome) => outcomes.push(outcome));
      await forward();
    },
  });
  const url = `http://127.0.0.1:${wire.port}/`;
  const sent = (await (await fetch(url, { method: "POST", body: "hello" })).arrayBuffer()).byteLength;
  await expect.poll(() => outcomes).toEqual([{ status: 200, receivedBytes: 5, sentBytes: sent }]);
  await fetch(url, { method: "HEAD" });
  await expect.poll(() => outcomes[1]).toEqual({ status: 200, receivedBytes: 0, sentBytes: 0 });
});

test("with buffer-response chunks are gathered; without it, and of events, each goes at once", async () => {
  let goOn = () => {};
  const upstream = await startUpstream(async (request, response) => {
    const contentType = request.url === "/events" ? "text/event-stream" : "text/plain";
    response.writeHead(200, { "Content-Type": contentType });
    response.write("first");
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    response.write("x".repeat(10_000));
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    response.end("last");
  });
  const gathering = await wireBefore(upstream);
  const streaming = kept(await startWire({ target: { baseUrl: upstream.url }, forward: { bufferResponse: false } }));
  const ask = async (port: number, path: string) => {
    const request = http.get({ port, path });
    const [response] = (await once(request, "response")) as [http.IncomingMessage];
    const seen = { text: "", ended: false };
    response.on("data", (chunk) => {
      seen.text += chunk;
    });
    response.on("end", () => {
      seen.ended = true;
    });
    return seen;
  };
  for (const [port, path] of [
    [gathering.port, "/events"],
    [streaming.port, "/"],
  ] as const) {
    const seen = await ask(port, path);
    await expect.poll(() => seen.text).toBe("first");
    goOn();
    await expect.poll(() => seen.text.length).toBe(10_005);
    goOn();
    await expect.poll(() => seen.ended).toBe(true);
  }
  const gathered = await ask(gathering.port, "/");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(gathered.text).toBe("");
  goOn();
  await expect.poll(() => gathered.text.length).toBe(10_005);
  goOn();
  await expect.poll(() => gathered).toEqual({ text: `first${"x".repeat(10_000)}last`, ended: true });
});
