import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer, request as httpRequest } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { api, defaultGlobalPolicy, operation, policy } from "@/gateway/testing/documents";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";

// Everything goes wrong at random, the same way each time: backends that reset, stall and lie, and clients that go away.

const seed = 20_240_611;
const requests = 2_500;
const atOnce = 60;

let state = seed;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
const below = (count: number): number => Math.floor(random() * count);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;

const manners = [
  ...Array.from({ length: 8 }, () => "well"),
  "slow",
  "stall",
  "reset",
  "reset-in-body",
  "short",
  "bad-chunk",
  "early",
  "error",
  "empty",
  "large",
] as const;

/** What a backend says of a request: as it was told to behave by X-Manner, with X-Echo as its first words. */
async function behave(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const manner = String(request.headers["x-manner"] ?? "well");
  const marked = `mark=${request.headers["x-echo"]};`;
  if (manner === "reset") return void request.socket.resetAndDestroy();
  if (manner === "stall") {
    setTimeout(() => response.destroy(), 1_500).unref();
    return;
  }
  if (manner === "early") {
    response.writeHead(200, { "Content-Type": "text/plain" });
    response.end(`${marked}length=early`);
    return;
  }
  let length = 0;
  request.on("error", () => {});
  request.on("data", (chunk: Buffer) => {
    length += chunk.byteLength;
  });
  await new Promise((resolve) => request.on("close", resolve).on("end", resolve));
  const body = `${marked}length=${length}`;
  switch (manner) {
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, 150));
      response.write(marked);
      await new Promise((resolve) => setTimeout(resolve, 100));
      response.end(`length=${length}`);
      return;
    case "reset-in-body":
      response.write(marked);
      setTimeout(() => request.socket.resetAndDestroy(), 10);
      return;
    case "short":
      response.writeHead(200, { "Content-Length": "1000" });
      response.write(marked);
      setTimeout(() => request.socket.destroy(), 10);
      return;
    case "bad-chunk":
      request.socket.end("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnot a size\r\n");
      return;
    case "error":
      response.writeHead(503, { "Content-Type": "text/plain" });
      response.end(body);
      return;
    case "empty":
      response.writeHead(204);
      response.end();
      return;
    case "large":
      response.end(marked + "x".repeat(600_000));
      return;
    default:
      response.writeHead(200, { "Content-Type": "text/plain" });
      response.end(body);
  }
}

const section = (inbound: string, backend: string, outbound = "", onError = ""): string =>
  `<policies><inbound><base />${inbound}</inbound><backend>${backend}</backend><outbound><base />${outbound}</outbound><on-error><base />${onError}</on-error></policies>`;
const forward = '<forward-request timeout-ms="400" />';
const buffered = '<forward-request timeout-ms="400" buffer-request-body="true" />';
const call = (name: string, url: string): string =>
  `<send-request mode="new" response-variable-name="${name}" timeout-ms="300" ignore-error="true"><set-url>${url}</set-url><set-header name="X-Manner" exists-action="override"><value>@(context.Request.Headers.GetValueOrDefault("X-Call-Manner","well"))</value></set-header></send-request>`;

const policies = (backendUrl: string): Record<string, string> => ({
  plain: section("", forward),
  retried: section(
    "",
    `<retry condition="@(context.Response == null || context.Response.StatusCode == 503)" count="2" interval="0" first-fast-retry="true">${buffered}</retry>`,
  ),
  unbuffered: section("", `<retry condition="@(context.Response == null)" count="1" interval="0">${forward}</retry>`),
  limited: section("", `<limit-concurrency key="shared" max-count="10">${forward}</limit-concurrency>`),
  "limited-per-key": section(
    `<limit-concurrency key="@(context.Request.Headers.GetValueOrDefault("X-Echo",""))" max-count="3">${call("a", `${backendUrl}/side`)}</limit-concurrency>`,
    `<limit-concurrency key="@("b" + context.RequestId)" max-count="1"><retry condition="@(context.Response == null)" count="1" interval="0">${buffered}</retry></limit-concurrency>`,
  ),
  waiting: section(
    `<wait for="all">${call("a", `${backendUrl}/one`)}${call("b", `${backendUrl}/two`)}</wait>`,
    forward,
  ),
  first: section(`<wait for="any">${call("a", `${backendUrl}/one`)}${call("b", `${backendUrl}/two`)}</wait>`, forward),
  cached: section(
    '<cache-lookup vary-by-developer="false" vary-by-developer-groups="false" downstream-caching-type="none"><vary-by-header>X-Echo</vary-by-header></cache-lookup>',
    forward,
    '<cache-store duration="2" />',
  ),
  "kept-value": section(
    `<cache-value key="k" variable-name="v" expires-after="1"><value>${call("v", `${backendUrl}/value`)}</value></cache-value>`,
    forward,
  ),
  rewritten: section(
    '<set-body>@("[" + context.Request.Body.As<string>(preserveContent: true) + "]")</set-body>',
    buffered,
    "<set-body>@(context.Response.Body.As<string>(preserveContent: true))</set-body>",
  ),
  "rate-limited": section('<rate-limit-by-key calls="40" renewal-period="1" counter-key="all" />', forward),
  chosen: section(
    '<choose><when condition="@(context.Request.Headers.GetValueOrDefault("X-Echo","").EndsWith("3"))"><return-response><set-status code="418" reason="Teapot" /><set-body>@("mark=" + context.Request.Headers.GetValueOrDefault("X-Echo","") + ";made")</set-body></return-response></when></choose>',
    forward,
    "",
    '<set-header name="X-On-Error" exists-action="override"><value>yes</value></set-header>',
  ),
  replaced: section(
    "",
    forward,
    '<return-response><set-status code="200" /><set-body>@("mark=" + context.Request.Headers.GetValueOrDefault("X-Echo","") + ";made")</set-body></return-response>',
  ),
  looped: section(
    `<send-one-way-request mode="copy"><set-url>${backendUrl}/one-way</set-url></send-one-way-request>`,
    forward,
  ),
});

/** Requests that the backend is still asked for. */
let underWay = 0;
const backend = createServer((request, response) => {
  underWay++;
  response.on("close", () => {
    underWay--;
  });
  response.on("error", () => {});
  void behave(request, response);
});
let gateway: GatewayFixture;
let names: string[] = [];
const uncaught: unknown[] = [];
const usedSockets = new WeakSet<Socket>();
/** How connections ended that their client did not leave. */
const broken: string[] = [];
const catchIt = (error: unknown): void => void uncaught.push(error);

beforeAll(async () => {
  backend.listen(0, "127.0.0.1");
  await new Promise((resolve) => backend.once("listening", resolve));
  const url = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
  const written = policies(url);
  names = Object.keys(written);
  gateway = await startGateway(
    [
      defaultGlobalPolicy,
      ...names.flatMap((name) => [
        api(name, { serviceUrl: url }),
        ...["GET", "HEAD", "POST"].map((method) => operation(name, method, "/x")),
        policy(`/apis/${name}`, written[name] as string),
      ]),
    ],
    { limits: { backendIdleTimeoutMs: 1_000 }, egress: { allow: ["127.0.0.1"] } },
  );
  process.on("uncaughtException", catchIt);
  process.on("unhandledRejection", catchIt);
});
afterAll(async () => {
  process.off("uncaughtException", catchIt);
  process.off("unhandledRejection", catchIt);
  await gateway?.close();
  backend.closeAllConnections();
  backend.close();
});

interface Asked {
  readonly name: string;
  readonly method: string;
  readonly manner: string;
  readonly mark: string;
  readonly bodyLength: number;
  /** The client goes away after so many ms; null: it stays. */
  readonly leavesAfterMs: number | null;
  readonly slowBody: boolean;
}
interface Answered {
  readonly status: number;
  readonly body: string;
  readonly whole: boolean;
}

function ask(asked: Asked, agent: Agent): Promise<Answered | null> {
  return new Promise((resolve) => {
    const { name, method, manner, mark, bodyLength } = asked;
    const headers: Record<string, string> = { "X-Manner": manner, "X-Echo": mark, "X-Call-Manner": oneOf(manners) };
    const hasBody = method === "POST";
    if (hasBody && bodyLength % 2 === 0) headers["Content-Length"] = String(bodyLength);
    const sent = httpRequest({ host: "127.0.0.1", port: gateway.port, path: `/${name}/x`, method, headers, agent });
    const leave = asked.leavesAfterMs === null ? null : setTimeout(() => sent.destroy(), asked.leavesAfterMs);
    const done = (answered: Answered | null) => {
      if (leave !== null) clearTimeout(leave);
      resolve(answered);
    };
    // Not every reuse of a connection is told by `reusedSocket`: one that waited in the agent's queue is not.
    let kept = false;
    sent.on("socket", (socket) => {
      kept = usedSockets.has(socket);
      usedSockets.add(socket);
    });
    sent.on("error", (error) => {
      // RFC 9112 section 9.3.1: a kept connection may be closed at any time, and what is harmless is then sent again.
      if (kept && !hasBody && asked.leavesAfterMs === null) resolve(ask(asked, agent));
      else {
        if (asked.leavesAfterMs === null) broken.push(`${mark}: ${error.message}, kept before: ${kept}`);
        done(null);
      }
    });
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", () => {});
      response.on("close", () => {
        const body = Buffer.concat(chunks).toString();
        done({ status: response.statusCode ?? 0, body, whole: response.complete });
      });
    });
    if (!hasBody) return void sent.end();
    if (!asked.slowBody) return void sent.end(Buffer.alloc(bodyLength, "a"));
    sent.write(Buffer.alloc(bodyLength >> 1, "a"));
    setTimeout(() => sent.destroyed || sent.end(Buffer.alloc(bodyLength - (bodyLength >> 1), "a")), below(100));
  });
}

/** null: there is nothing wrong with it. */
function wrongWith(asked: Asked, answered: Answered | null): string | null {
  if (answered === null) {
    // The connection ended without an answer: only where somebody broke off, or before all of a body was sent.
    const fitting = asked.leavesAfterMs !== null || asked.method === "POST" || breaksOff.has(asked.manner);
    return fitting ? null : "no answer";
  }
  const { status, body, whole } = answered;
  if (!whole) return asked.leavesAfterMs !== null || breaksOff.has(asked.manner) ? null : "broken off";
  if (asked.method === "HEAD") return status >= 200 && status < 600 ? null : "no status";
  if (status === 204) return asked.manner === "empty" && body === "" ? null : "empty for no reason";
  if (body.startsWith(`mark=${asked.mark};`)) return null;
  try {
    const { statusCode, message } = JSON.parse(body);
    return statusCode === status && status >= 400 && typeof message === "string" ? null : `odd error ${body}`;
  } catch {
    return `somebody else's answer: ${status} ${body.slice(0, 100)}`;
  }
}
const breaksOff = new Set(["reset-in-body", "short", "bad-chunk"]);

test("whatever goes wrong, each gets its own answer or a well-formed error, and nothing is left behind", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const wrong: unknown[] = [];
  const statuses = new Map<number, number>();
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < requests) {
      const number = next++;
      const asked: Asked = {
        name: oneOf(names),
        method: oneOf(["GET", "GET", "HEAD", "POST", "POST"]),
        manner: oneOf(manners),
        mark: `m${number}`,
        bodyLength: oneOf([0, 1, 1_000, 70_001, 300_000]),
        leavesAfterMs: random() < 0.25 ? below(200) : null,
        slowBody: random() < 0.2,
      };
      const answered = await ask(asked, agent);
      const status = answered?.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const problem = wrongWith(asked, answered);
      if (problem !== null)
        wrong.push({ problem, asked, broken: broken.filter((each) => each.startsWith(`${asked.mark}:`)) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  agent.destroy();
  expect(wrong).toEqual([]);
  expect(uncaught).toEqual([]);
  expect(gateway.unexpected).toEqual([]);
  // Both ways out were taken, often.
  expect(Math.min(statuses.get(200) ?? 0, statuses.get(500) ?? 0, statuses.get(0) ?? 0)).toBeGreaterThan(50);

  await vi.waitFor(() => expect(gateway.server.inFlight).toBe(0), { timeout: 10_000 });
  await vi.waitFor(() => expect(underWay).toBe(0), { timeout: 10_000 });
  // As many as limit-concurrency lets in at once: nobody is still counted who has left.
  const url = `${gateway.url}/limited/x`;
  const all = Array.from({ length: 10 }, () => fetch(url, { headers: { "X-Echo": "last", "X-Manner": "slow" } }));
  const texts = await Promise.all(all.map(async (each) => (await each).text()));
  expect(new Set(texts)).toEqual(new Set(["mark=last;length=0"]));
});
