import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { kept } from "@/gateway/testing/kept";
import { type Echoed, linesNamed, startEchoingUpstream, startUpstream } from "@/gateway/testing/scripted-upstream";
import {
  noCredentials,
  plainForward,
  startWire,
  type WireFixture,
  type WireOptions,
} from "@/gateway/testing/start-wire";
import type { ResponseMessage } from "@/policy/exchange";

const start = async (options: WireOptions): Promise<WireFixture> => kept(await startWire(options));

/** An upstream that knows how many connections to it are open. */
async function startCounting(answer: Parameters<typeof startUpstream>[0]) {
  const upstream = kept(await startUpstream(answer));
  const open = new Set<Socket>();
  upstream.server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  return { ...upstream, open: () => open.size };
}

describe("attempts that nobody waits for any more", () => {
  test("leave no connection behind, and no response", async () => {
    const upstream = await startCounting((request, response) => {
      if (request.url === "/slow") return;
      if (request.url === "/endless") {
        response.writeHead(503);
        response.write("x");
        return;
      }
      response.end("fine");
    });
    const attempts = Array.from({ length: 8 }, () => ["/slow", "/endless"]).flat();
    const seen: (number | null)[] = [];
    const wire = await start({
      target: { baseUrl: upstream.url },
      handle: async (exchange) => {
        for (const path of [...attempts, "/fine"]) {
          exchange.target.path = path;
          const timeoutMs = path === "/slow" ? 50 : 10_000;
          await exchange.host.forward(exchange, { ...plainForward, timeoutMs }).catch(() => null);
          seen.push((exchange.response as ResponseMessage | null)?.status ?? null);
        }
      },
    });
    const answer = await fetch(`http://127.0.0.1:${wire.port}/`);
    expect(await answer.text()).toBe("fine");
    expect(seen).toEqual([...attempts.map((path) => (path === "/slow" ? null : 503)), 200]);
    expect(wire.unexpected).toEqual([]);
    // undici opens a connection anew in the place of one that was cut, and keeps it for what comes next.
    await expect.poll(upstream.open).toBeLessThanOrEqual(3);
  });

  test("are ended when their client goes", async () => {
    let cut = 0;
    const upstream = await startCounting((request) => void request.on("close", () => cut++));
    const faults: unknown[] = [];
    const wire = await start({
      target: { baseUrl: upstream.url },
      handle: (_exchange, forward) =>
        forward().then(
          () => undefined,
          (error) => {
            faults.push(error);
            throw error;
          },
        ),
    });
    const stop = new AbortController();
    const asked = fetch(`http://127.0.0.1:${wire.port}/`, { signal: stop.signal }).catch(() => null);
    await expect.poll(upstream.open).toBe(1);
    stop.abort();
    await asked;
    await expect.poll(() => cut).toBe(1);
    const message = "The operation was canceled.";
    expect(faults).toEqual([
      expect.objectContaining({ source: "forward-request", reason: "ClientConnectionFailure", status: 499, message }),
    ]);
    await expect.poll(() => wire.server.inFlight).toBe(0);
  });
});

test("an attempt in a branch that another one outran is ended; an answer that is there already is kept", async () => {
  let cut = 0;
  const upstream = await startCounting((request, response) => {
    if (request.url === "/fast") {
      response.end("fast");
      return;
    }
    request.on("close", () => cut++);
  });
  const wire = await start({
    target: { baseUrl: upstream.url },
    handle: async (exchange, forward) => {
      const branches = new AbortController();
      exchange.signal = branches.signal;
      exchange.target.path = "/slow";
      const slow = forward().catch((error) => error.reason);
      await expect.poll(upstream.open).toBe(1);
      branches.abort();
      expect(await slow).toBe("ClientConnectionFailure");
      const others = new AbortController();
      exchange.signal = others.signal;
      exchange.target.path = "/fast";
      await forward();
      others.abort();
    },
  });
  expect(await (await fetch(`http://127.0.0.1:${wire.port}/`)).text()).toBe("fast");
  await expect.poll(() => cut).toBe(1);
  expect(wire.unexpected).toEqual([]);
});

describe("the managed identity of an entity", () => {
  const credentials = { ...noCredentials, managedIdentity: { resource: "{{audience}}", clientId: "c1" } };
  const options = async (
    token: (resource: string, clientId: string | null) => Promise<string>,
  ): Promise<WireOptions> => {
    const upstream = kept(await startEchoingUpstream());
    return {
      target: { baseUrl: upstream.url },
      backends: { "/backends/b": { url: upstream.url, credentials } },
      namedValues: { audience: "https://vault.example" },
      services: { managedIdentity: { token } },
    };
  };

  test("its token is the Authorization, whatever else was", async () => {
    const wire = await start(await options(async (resource, clientId) => `token of ${resource} for ${clientId}`));
    const response = await fetch(`http://127.0.0.1:${wire.port}/`, {
      method: "POST",
      body: "streamed",
      headers: { Authorization: "Basic mine" },
    });
    const echoed = (await response.json()) as Echoed;
    expect(linesNamed(echoed, "authorization")).toEqual(["Bearer token of https://vault.example for c1"]);
    expect(echoed.body).toBe("streamed");
  });

  test("without a token there is no call", async () => {
    const wire = await start(await options(() => Promise.reject(new Error("secret details"))));
    const answer = await (await fetch(`http://127.0.0.1:${wire.port}/`)).json();
    expect(answer).toMatchObject({ statusCode: 500, reason: "ManagedIdentityFailure" });
    expect(JSON.stringify(answer)).not.toContain("secret");
  });
});

test("after reconnectAt there are new connections, and what was under way ends on the old ones", async () => {
  const held: (() => void)[] = [];
  const upstream = await startCounting((request, response) => {
    if (request.url === "/held") held.push(() => response.end("held"));
    else response.end("now");
  });
  let reconnectAt: number | null = null;
  const wire = await start({
    target: { baseUrl: upstream.url },
    backends: { "/backends/b": { url: upstream.url } },
    handle: async (exchange, forward) => {
      const { program } = exchange;
      const document = program?.backends.get("/backends/b");
      if (program !== null && document !== undefined) {
        exchange.program = { ...program, backends: new Map([["/backends/b", { ...document, reconnectAt }]]) };
      }
      await forward();
    },
  });
  const at = async (path: string) => (await fetch(`http://127.0.0.1:${wire.port}${path}`)).text();
  const waiting = at("/held");
  await expect.poll(() => held.length).toBe(1);
  await at("/");
  await at("/");
  expect(upstream.connections()).toBe(2);
  // That is still to come.
  reconnectAt = Date.now() + 60_000;
  await at("/");
  expect(upstream.connections()).toBe(2);
  reconnectAt = Date.now() + 5;
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (let round = 0; round < 3; round++) expect(await at("/")).toBe("now");
  expect(upstream.connections()).toBe(3);
  held[0]?.();
  expect(await waiting).toBe("held");
  await expect.poll(upstream.open).toBe(1);
});

test("a policy's certificate and proxy are used instead of the entity's", async () => {
  const seen: string[] = [];
  const proxy = kept(
    await startUpstream((request, response) => {
      seen.push(request.url ?? "");
      response.end("by proxy");
    }),
  );
  const upstream = kept(await startEchoingUpstream());
  const wire = await start({
    target: { baseUrl: upstream.url, proxy: { url: proxy.url, username: null, password: null } },
    backends: {
      "/backends/b": { url: upstream.url, proxy: { url: "http://127.0.0.1:9", username: null, password: null } },
    },
  });
  for (let round = 0; round < 2; round++) {
    expect(await (await fetch(`http://127.0.0.1:${wire.port}/x`)).text()).toBe("by proxy");
  }
  expect(seen).toEqual([`${upstream.url}/x`, `${upstream.url}/x`]);
  expect(proxy.connections()).toBe(1);
});
