import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { connect, sendRaw } from "@/gateway/testing/raw-client";
import { startScriptedUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire, type WireFixture, type WireOptions } from "@/gateway/testing/start-wire";
import { newResponse } from "@/policy/message";

// Bodies that a policy or the call of a backend has begun to take, and that nobody reads to their end.

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(options: WireOptions): Promise<WireFixture> {
  const wire = await startWire({
    target: { baseUrl: `http://127.0.0.1:${await closedPort()}`, path: "/" },
    ...options,
  });
  cleanups.push(wire.close);
  return wire;
}

const head = (length: number): string => `POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`;

test("a client that goes away after the backend could not be reached costs nothing but its own request", async () => {
  let goOn = () => {};
  let failed = false;
  const { port, server, unexpected } = await start({
    handle: async (_exchange, forward) => {
      await forward().catch(() => {
        failed = true;
      });
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    },
  });
  const socket = await connect(port);
  socket.write(`${head(100_000)}abc`);
  await vi.waitFor(() => expect(failed).toBe(true));
  // What is not heard ends the process, or here the test.
  socket.resetAndDestroy();
  await vi.waitFor(() => expect(server.inFlight).toBe(0));
  goOn();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(unexpected).toEqual([]);
});

test("a body that comes too slowly after the backend could not be reached costs nothing but its own request", async () => {
  const { port, unexpected, exchanges } = await start({
    limits: { bodyIntervalMs: 100, minBodyBytesPerSecond: 1_000 },
    handle: async (exchange, forward) => {
      await forward().catch(() => {});
      const body = exchange.request.ownBody as { fault?: { status: number } };
      await vi.waitFor(() => expect(body.fault?.status).toBe(408), { timeout: 10_000 });
      exchange.response = newResponse(202, "Accepted");
    },
  });
  const answer = await sendRaw(port, `${head(100_000)}abc`, 1_000);
  expect([answer.status, unexpected, exchanges.length]).toEqual([202, [], 1]);
});

test("what a failed attempt left unread does not hold up the next request on the connection", async () => {
  const { port } = await start({
    handle: async (exchange, forward) => {
      await forward().catch(() => {});
      // Until all of it is there, but for what nobody has taken.
      await new Promise((resolve) => setTimeout(resolve, 100));
      exchange.response = newResponse(202, "Accepted");
    },
  });
  const socket = await connect(port);
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  for (let number = 1; number <= 3; number++) {
    socket.write(head(100_000) + "a".repeat(100_000));
    await vi.waitFor(() => expect(text.match(/HTTP\/1\.1 202/g)?.length).toBe(number), { timeout: 5_000 });
  }
  socket.destroy();
});

test("who reads an answer that is discarded meanwhile hears of it, and does not take the part for the whole", async () => {
  const upstream = await startScriptedUpstream("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
  cleanups.push(upstream.close);
  let outcome: unknown = null;
  const { port, unexpected } = await start({
    target: { baseUrl: upstream.url, path: "/" },
    handle: async (exchange, forward) => {
      await forward();
      const reading = exchange.response?.body.bytes().catch((error) => error.reason);
      exchange.relay?.discard();
      outcome = await reading;
      exchange.response = newResponse(202, "Accepted");
    },
  });
  const answer = await sendRaw(port, "GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
  expect([answer.status, outcome, unexpected]).toEqual([202, "ClientConnectionFailure", []]);
});

test("what is to run at the end of an exchange runs also where that has come already", async () => {
  const seen: number[] = [];
  let goOn = () => {};
  const { port, server } = await start({
    handle: async (exchange) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      exchange.atEnd(({ status }) => seen.push(status));
    },
  });
  const socket = await connect(port);
  socket.write("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
  await vi.waitFor(() => expect(server.inFlight).toBe(1));
  socket.destroy();
  await vi.waitFor(() => expect(server.inFlight).toBe(0));
  goOn();
  await vi.waitFor(() => expect(seen).toEqual([499]));
});
