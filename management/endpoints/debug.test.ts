import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "@/lib/json";
import { type Door, openDoor } from "../testing/door";
import { KeptTraces } from "../trace/kept-traces";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "apis/orders", {
    body: { properties: { displayName: "Orders", path: "orders", protocols: ["https"] } },
  });
});
afterAll(() => door.close());

const wanted = { credentialsExpireAfter: "PT30M", apiId: "/apis/orders", purposes: ["tracing"] };
const credentials = (body: Json, gateway = "managed") =>
  door.ask("POST", `gateways/${gateway}/listDebugCredentials`, { body });

test("a token names the API and ends when it should; who asked for it is on record", async () => {
  const { status, headers, body } = await credentials(wanted);
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  const [, api, expiry] = /^aid=([^&]+)&p=tracing&ex=(\d+)&sn=[\w-]{86}$/.exec(body.token) ?? [];
  expect(decodeURIComponent(api ?? "")).toBe("/apis/orders");
  expect(Number(expiry) - Date.now()).toBeGreaterThan(29 * 60_000);
  expect(Number(expiry) - Date.now()).toBeLessThanOrEqual(30 * 60_000);
  const { body: trail } = await door.ask("GET", "auditTrail");
  expect(JSON.stringify(trail)).toContain("debug-credentials-listed");
});

test("a full ARM id and a revision of the API are as good as its name", async () => {
  const { body } = await credentials({ ...wanted, apiId: "orders;rev=1" });
  expect(decodeURIComponent(body.token)).toContain("aid=/apis/orders&");
});

test("400 for what is not a duration up to an hour, another purpose, or more than was asked", async () => {
  for (const wrong of [
    { ...wanted, credentialsExpireAfter: "PT2H" },
    { ...wanted, credentialsExpireAfter: "PT0S" },
    { ...wanted, credentialsExpireAfter: "an hour" },
    { ...wanted, purposes: ["everything"] },
    { ...wanted, purposes: [] },
    { ...wanted, extra: 1 },
    { purposes: ["tracing"] },
  ]) {
    expect((await credentials(wrong)).status).toBe(400);
  }
});

test("404 for an API or a gateway that does not exist, and for a trace that nobody sent", async () => {
  expect((await credentials({ ...wanted, apiId: "/apis/none" })).body.error.message).toBe("API not found.");
  expect((await credentials(wanted, "none")).body.error.message).toBe("Gateway not found.");
  const body = { traceId: "0".repeat(32) };
  expect((await door.ask("POST", "gateways/managed/listTrace", { body })).body.error.message).toBe("Trace not found.");
  const malformed = { traceId: "../../etc" };
  expect((await door.ask("POST", "gateways/managed/listTrace", { body: malformed })).status).toBe(400);
});

test("a trace is kept sealed, read again, and altered ones are refused", async () => {
  const { store, sealer } = door.management;
  const traces = new KeptTraces(store, sealer, (error) => expect.unreachable(String(error)));
  const id = "c".repeat(32);
  traces.keep(id, '{"traceId":"c"}');
  expect(await traces.read(id)).toBe('{"traceId":"c"}');
  const row = await store.traces.read(id);
  expect(row?.sealed).not.toContain("traceId");
  await store.traces.save({ id: "d".repeat(32), at: new Date(), sealed: row?.sealed ?? "" });
  await expect(traces.read("d".repeat(32))).rejects.toThrow();
});
