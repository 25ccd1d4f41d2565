import { describe, expect, test } from "vitest";
import { kept } from "@/gateway/testing/kept";
import { breaker, pool } from "@/gateway/testing/pool-documents";
import { startEchoingUpstream, startUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire, type WireFixture, type WireOptions } from "@/gateway/testing/start-wire";
import type { BackendFacts } from "@/policy/exchange";
import { Fault } from "@/policy/fault";

const start = async (options: WireOptions): Promise<WireFixture> => kept(await startWire(options));

test("a redirect goes to the breaker of the place it leads to", async () => {
  const target = kept(await startUpstream((_request, response) => response.writeHead(429).end()));
  const first = kept(
    await startUpstream((_request, response) => response.writeHead(302, { Location: `${target.url}/there` }).end()),
  );
  const wire = await start({
    target: { baseUrl: first.url },
    forward: { followRedirects: true },
    backends: { "/backends/there": { url: `${target.url}/there`, circuitBreaker: breaker() } },
  });
  const statuses = [];
  for (let round = 0; round < 2; round++) statuses.push((await fetch(`http://127.0.0.1:${wire.port}/`)).status);
  expect(statuses).toEqual([429, 503]);
  expect(target.connections()).toBe(1);
});

describe("a breaker", () => {
  test("applies where an address lies at its entity; the fault is seen as a response", async () => {
    const upstream = kept(
      await startUpstream((_request, response) => response.writeHead(429, { "Retry-After": "30" }).end()),
    );
    const seen: [string | null, number | undefined, string | undefined][] = [];
    const wire = await start({
      target: { baseUrl: `${upstream.url}/v1` },
      backends: { "/backends/b": { url: `${upstream.url}/v1`, circuitBreaker: breaker() } },
      handle: async (exchange, forward) => {
        await forward();
        await forward().catch((error) => {
          if (!(error instanceof Fault)) throw error;
          const { response } = exchange;
          seen.push([error.reason, response?.status, response?.headers.get("Retry-After")]);
        });
      },
    });
    const answer = await fetch(`http://127.0.0.1:${wire.port}/`);
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "30"]);
    expect(await answer.json()).toMatchObject({ statusCode: 503 });
    expect(seen).toEqual([["CircuitBreakerOpen", 503, "30"]]);
    expect(upstream.connections()).toBe(1);
  });

  test("opens on timeouts and on connections that fail, and does not use a streamed body up while it is open", async () => {
    const silent = kept(await startUpstream(() => {}));
    const gone = await startUpstream(() => {});
    await gone.close();
    const wire = await start({
      forward: { timeoutMs: 100 },
      backends: {
        "/backends/silent": { url: silent.url, circuitBreaker: breaker() },
        "/backends/gone": { url: gone.url, circuitBreaker: breaker() },
      },
      handle: async (exchange, forward) => {
        exchange.target.backendId = `/backends${exchange.request.path}`;
        exchange.target.path = "";
        await forward().catch(() => null);
        await forward();
      },
    });
    for (const name of ["silent", "gone"]) {
      const answer = await fetch(`http://127.0.0.1:${wire.port}/${name}`);
      expect(await answer.json()).toMatchObject({ statusCode: 503, reason: "CircuitBreakerOpen" });
      const again = await fetch(`http://127.0.0.1:${wire.port}/${name}`, { method: "POST", body: "x" });
      expect(await again.json()).toMatchObject({ statusCode: 503, reason: "CircuitBreakerOpen" });
    }
  });
});

describe("pools", () => {
  const two = async (statuses: [number, number]) =>
    Promise.all(
      statuses.map(async (status) =>
        kept(
          await startUpstream((_request, response) =>
            response.writeHead(status, status === 429 ? { "Retry-After": "20" } : {}).end(String(status)),
          ),
        ),
      ),
    );

  test("leave out a member whose breaker is open; with all of them open 503 says when the first closes", async () => {
    const [one, other] = await two([429, 429]);
    const wire = await start({
      target: { backendId: "/backends/pool" },
      backends: {
        "/backends/one": { url: one?.url ?? "", circuitBreaker: breaker() },
        "/backends/other": { url: other?.url ?? "", circuitBreaker: breaker({ acceptRetryAfter: false }) },
        "/backends/pool": pool([
          ["one", 1, null],
          ["other", 2, null],
        ]),
      },
    });
    const answers = [];
    for (let round = 0; round < 4; round++) {
      const { status, headers } = await fetch(`http://127.0.0.1:${wire.port}/`);
      answers.push([status, headers.get("Retry-After")]);
    }
    expect(answers).toEqual([
      [429, "20"],
      [429, "20"],
      [503, "20"],
      [503, "20"],
    ]);
    expect([one?.connections(), other?.connections()]).toEqual([1, 1]);
  });

  test("keep a client at its member by a cookie, as long as that can be called", async () => {
    let failing = false;
    const answerAs = (name: string) =>
      startUpstream((_request, response) => {
        response.writeHead(name === "one" && failing ? 429 : 200).end(name);
      });
    const one = kept(await answerAs("one"));
    const other = kept(await answerAs("other"));
    const backends = {
      "/backends/one": { url: one.url, circuitBreaker: breaker({ acceptRetryAfter: false }) },
      "/backends/other": { url: other.url },
      "/backends/pool": pool(["one", "other"], "Affinity"),
    };
    const wire = await start({ target: { backendId: "/backends/pool" }, backends });
    // Another node, which has answered nobody yet but the one before.
    const second = await start({ target: { backendId: "/backends/pool" }, backends });
    await fetch(`http://127.0.0.1:${second.port}/`);
    const ask = async ({ port }: WireFixture, cookie?: string) => {
      const headers: Record<string, string> = cookie === undefined ? {} : { Cookie: `a=b; ${cookie}; c=d` };
      const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
      return { text: await response.text(), set: response.headers.get("set-cookie") };
    };
    const first = await ask(wire);
    expect(first.text).toBe("one");
    expect(first.set).toMatch(/^Affinity=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = first.set?.split(";")[0] ?? "";
    expect(cookie).not.toContain("one");
    for (const node of [wire, wire, second, second])
      expect(await ask(node, cookie)).toEqual({ text: "one", set: null });
    failing = true;
    await ask(wire, cookie);
    const moved = await ask(wire, cookie);
    expect(moved.text).toBe("other");
    expect(moved.set).toMatch(/^Affinity=/);
    expect(moved.set).not.toContain(cookie);
    const forged = await ask(wire, "Affinity=made-up");
    expect([forged.text, forged.set]).toEqual(["other", moved.set]);
  });
});

test("context.Backend is what was named, then what was chosen", async () => {
  const one = kept(await startEchoingUpstream());
  const seen: (BackendFacts | null)[] = [];
  const wire = await start({
    backends: { "/backends/one": { url: one.url }, "/backends/pool": pool(["one"]) },
    handle: async (exchange, forward) => {
      seen.push(exchange.backend);
      exchange.target.backendId = "/backends/pool";
      seen.push(exchange.backend);
      await forward();
      seen.push(exchange.backend);
    },
  });
  await fetch(`http://127.0.0.1:${wire.port}/`);
  expect(seen).toEqual([
    null,
    { id: "pool", type: "pool", azureRegion: null },
    { id: "one", type: "single", azureRegion: null },
  ]);
});
