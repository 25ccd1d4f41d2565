import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "@/contract/testing/eventually";
import { serviceId } from "@/lib/service-id";
import { handleArm } from "../arm/handle";
import type { Management } from "../current";
import { openPortal, type TestPortal } from "../publish/testing/open-portal";
import { RawNode } from "../publish/testing/raw-node";
import { makeStore, type TestStore } from "../store/testing/store";
import { type Answer, type Ask, askDoor, callerOf } from "../testing/door";

let made: TestStore;
let portal: TestPortal;
let management: Management;
let node: RawNode;
beforeEach(async () => {
  made = await makeStore();
  portal = await openPortal(made.store);
  management = { store: made.store, sealer: made.sealer, publish: portal.publisher };
  node = new RawNode(portal.url, { name: "gateway-1" });
  await eventually(() => expect(node.position.revision).toBe(1));
});
afterEach(async () => {
  node.socket.terminate();
  await portal.close();
  await made.close();
});

const ask = (method: string, path: string, more?: Ask): Promise<Answer> => askDoor(management, method, path, more);
const saveBackend = (url: string) => ask("PUT", "backends/orders", { body: { properties: { url, protocol: "http" } } });

test("200: a backend that was saved by REST is live on the node, and its receipt tells how soon", async () => {
  const saved = await saveBackend("http://orders.example");
  expect(saved.status).toBe(201);
  await portal.publisher.settled(2, 2_000);
  const listed = await ask("GET", "nodes", { role: "reader" });
  expect(listed.body).toMatchObject({
    count: 1,
    value: [{ name: "gateway-1", version: "1", connected: true, revision: 2, lag: 0, refused: null }],
  });
  const one = await ask("GET", "nodes/gateway-1");
  expect(one.body).toEqual({ ...listed.body.value[0], seenAt: one.body.seenAt });
  expect(Date.parse(one.body.startedAt)).toBeGreaterThan(0);
  const receipts = await ask("GET", "receipts", { query: "revision=2&node=gateway-1" });
  expect(receipts.body).toMatchObject({ count: 1, value: [{ node: "gateway-1", revision: 2, refused: null }] });
  expect(receipts.body.value[0].latencyMs).toBeGreaterThanOrEqual(0);
  expect((await ask("GET", "receipts", { query: "node=nobody" })).body.count).toBe(0);
  expect((await ask("GET", "receipts", { query: "$top=1" })).body.count).toBe(1);
});

test("404 for a node that never was", async () => {
  const answer = await ask("GET", "nodes/nobody");
  expect(answer.status).toBe(404);
  expect(answer.body.error).toMatchObject({ code: "ResourceNotFound", message: "Gateway node not found." });
});

test("400 for a revision or a $top that is no number", async () => {
  for (const query of ["revision=x", "revision=-1", "revision=1.5", "$top=0", "$top=1001", "$top=x"]) {
    const answer = await ask("GET", "receipts", { query });
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe("InvalidQueryParameter");
  }
});

/** Opens the live stream and reads its events one by one. */
async function openLive(signal: AbortSignal) {
  const url = `http://portal.test:3000${serviceId}/live?api-version=2024-05-01`;
  const response = await handleArm(new Request(url, { signal }), management, callerOf("reader"));
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    response,
    reader,
    async next(): Promise<{ revision: number; nodes: { name: string; revision: number; connected: boolean }[] }> {
      while (!text.includes("\n\n")) {
        const { value, done } = await reader.read();
        if (done) throw new Error("The stream has ended.");
        text += value;
      }
      const [event = "", ...rest] = text.split("\n\n");
      text = rest.join("\n\n");
      expect(event).toMatch(/^event: status\ndata: \{/);
      return JSON.parse(event.slice(event.indexOf("data: ") + 6));
    },
  };
}

test("the live stream tells the state at once and whenever it changes", async () => {
  const stop = new AbortController();
  const live = await openLive(stop.signal);
  expect(live.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(live.response.headers.get("cache-control")).toContain("no-store");
  let status = await live.next();
  expect(status).toMatchObject({ revision: 1, nodes: [{ name: "gateway-1", connected: true }] });
  // It may have been told before the gateway had answered for what it was sent.
  while (status.nodes[0]?.revision !== 1) status = await live.next();
  await saveBackend("http://orders.example");
  while (status.nodes[0]?.revision !== 2) status = await live.next();
  expect(status.revision).toBe(2);
  node.socket.close();
  while (status.nodes[0]?.connected !== false) status = await live.next();
  stop.abort();
  await eventually(async () => expect((await live.reader.read()).done).toBe(true));
});

test("a live stream whose reader goes away listens no more", async () => {
  const unsubscribed = vi.fn();
  const subscribe = vi.spyOn(portal.publisher, "subscribe").mockImplementation(() => unsubscribed);
  const live = await openLive(new AbortController().signal);
  await live.next();
  expect(subscribe).toHaveBeenCalledOnce();
  await live.reader.cancel();
  await eventually(() => expect(unsubscribed).toHaveBeenCalledOnce());
});

test("a slow reader of the live stream is told the latest state, not every one", async () => {
  const live = await openLive(new AbortController().signal);
  await live.next();
  for (let count = 0; count < 30; count++) await saveBackend(`http://orders-${count}`);
  let events = 0;
  for (let status = await live.next(); status.nodes[0]?.revision !== 31; status = await live.next()) events++;
  expect(events).toBeLessThan(30);
  await live.reader.cancel();
});

test("a node is forgotten once it is gone, not before, and by no reader", async () => {
  expect((await ask("DELETE", "nodes/gateway-1", { role: "reader" })).status).toBe(403);
  const refused = await ask("DELETE", "nodes/gateway-1");
  expect([refused.status, refused.body.error.code]).toEqual([409, "Conflict"]);
  node.socket.terminate();
  await eventually(async () => expect((await ask("GET", "nodes/gateway-1")).body.connected).toBe(false));
  expect((await ask("DELETE", "nodes/gateway-1")).status).toBe(200);
  expect((await ask("GET", "nodes")).body.count).toBe(0);
  expect((await ask("DELETE", "nodes/gateway-1")).status).toBe(204);
});
