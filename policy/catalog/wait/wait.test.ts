import { setImmediate as turn } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { fakeHost } from "@/gateway/pipeline/testing/fake-host";
import { document, run, world } from "@/gateway/pipeline/testing/run-request";
import { api, operation, policy } from "@/gateway/testing/documents";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { BytesBody } from "@/policy/body";
import type { PolicyHost } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { newResponse } from "@/policy/message";

let gateway: GatewayFixture | null = null;
const upstreams: Upstream[] = [];
afterEach(async () => {
  await gateway?.close();
  gateway = null;
  for (const each of upstreams.splice(0)) await each.close();
});

const send = (name: string) =>
  `<send-request mode="new" response-variable-name="${name}"><set-url>http://${name}.example/</set-url></send-request>`;
const inTurn = (...content: string[]) =>
  `<choose><when condition="@(context.Request.Method == &quot;GET&quot;)">${content.join("")}</when></choose>`;
const waitFor = (which: "all" | "any", ...children: string[]) => `<wait for="${which}">${children.join("")}</wait>`;

/** Calls that end when the test says so, or when they are given up. */
function heldCalls() {
  const events: string[] = [];
  const pending = new Map<string, () => void>();
  const host: PolicyHost = fakeHost({
    forward: async () => 0,
    send: (exchange, { url }) => {
      const name = new URL(url).hostname.split(".")[0] as string;
      const { signal } = exchange;
      events.push(`${name} begins`);
      return new Promise((resolve, reject) => {
        signal?.addEventListener("abort", () => {
          if (!pending.delete(name)) return;
          events.push(`${name} is given up`);
          reject(new Fault({ source: "send-request", reason: null, status: 500, message: "given up" }));
        });
        pending.set(name, () => {
          pending.delete(name);
          resolve({ ...newResponse(), body: new BytesBody(Buffer.from(name)) });
        });
      });
    },
  });
  const settle = async () => {
    for (let count = 0; count < 5; count++) await turn();
  };
  return {
    events,
    host,
    end: async (name: string) => {
      pending.get(name)?.();
      await settle();
    },
    settle,
  };
}

test("what a branch begins after it has waited is given up as well, and nothing more of it runs", async () => {
  const calls = heldCalls();
  const never = '<set-variable name="never" value="1" />';
  const inbound = waitFor("any", inTurn(send("a1"), send("a2"), never), send("b"));
  const running = run(world(policy("/", document({ inbound }))), { host: calls.host });
  await calls.settle();
  await calls.end("a1");
  await calls.end("b");
  const { exchange } = await running;
  await calls.settle();
  expect(calls.events).toEqual(["a1 begins", "b begins", "a2 begins", "a2 is given up"]);
  expect([...exchange.variables.keys()].sort()).toEqual(["a1", "b"]);
  expect(exchange.signal).toBeNull();
});

test("a wait inside a branch ends its own branches only", async () => {
  const calls = heldCalls();
  const inner = waitFor("any", send("x1"), send("x2"));
  const inbound = waitFor("all", inTurn(inner, send("after")), inTurn(send("y1"), send("y2")));
  const running = run(world(policy("/", document({ inbound }))), { host: calls.host });
  await calls.settle();
  await calls.end("y1");
  await calls.end("x1");
  expect(calls.events).toEqual(["x1 begins", "x2 begins", "y1 begins", "y2 begins", "x2 is given up", "after begins"]);
  await calls.end("y2");
  await calls.end("after");
  const { exchange } = await running;
  expect([...exchange.variables.keys()].sort()).toEqual(["after", "x1", "y1", "y2"]);
});

test("what ends the wait around it ends a wait inside, with all of its branches", async () => {
  const calls = heldCalls();
  const inner = waitFor("all", send("x1"), inTurn(send("x2"), send("x3")));
  const inbound = waitFor("any", inTurn(inner, send("after")), send("y")) + send("next");
  const running = run(world(policy("/", document({ inbound }))), { host: calls.host });
  await calls.settle();
  await calls.end("y");
  expect(calls.events.slice(3)).toEqual(["x1 is given up", "x2 is given up", "next begins"]);
  await calls.end("next");
  expect((await running).exchange.lastError).toBeNull();
});

test("a retry in a branch that was outrun does not try again", async () => {
  const calls = heldCalls();
  const retried = inTurn(`<retry condition="true" count="50" interval="3600">${send("a")}</retry>`);
  const inbound = waitFor("any", retried, send("b"));
  const running = run(world(policy("/", document({ inbound }))), { host: calls.host });
  await calls.settle();
  await calls.end("a");
  await calls.end("b");
  await running;
  await calls.settle();
  expect(calls.events).toEqual(["a begins", "b begins"]);
});

test("for any: where all fail, it fails as the first did", async () => {
  const failing = (id: string) => inTurn(`<return-response id="${id}" response-variable-name="none" />`);
  const inbound = waitFor("any", failing("one"), failing("two"));
  const { exchange } = await run(world(policy("/", document({ inbound }))));
  expect(exchange.lastError).toMatchObject({ policyId: "one", path: "wait[1]/choose[1]/when[1]/return-response[1]" });
});

test("a forward-request that was outrun is given up, and its answer is nobody's", async () => {
  let closed = 0;
  const slow = await startUpstream((request) => {
    request.socket.on("close", () => closed++);
  });
  const fast = await startUpstream((_, response) => response.end("fast"));
  upstreams.push(slow, fast);
  const call = `<send-request mode="new" response-variable-name="r"><set-url>${fast.url}</set-url></send-request>`;
  gateway = await startGateway(
    [
      api("a", { serviceUrl: slow.url }),
      operation("a", "GET", "/x"),
      policy("/", document({ backend: waitFor("any", "<forward-request />", call) })),
    ],
    { egress: { allow: ["127.0.0.1"] } },
  );
  const response = await fetch(`${gateway.url}/a/x`);
  expect([response.status, await response.text()]).toEqual([200, ""]);
  for (let count = 0; count < 400 && closed === 0; count++) await turn();
  expect(closed).toBe(1);
  expect(gateway.unexpected).toEqual([]);
});
