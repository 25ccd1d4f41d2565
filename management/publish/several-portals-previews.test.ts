import { randomBytes } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { previewHeader } from "@/contract/preview";
import { eventually } from "@/contract/testing/eventually";
import { type RunningGateway, runGateway } from "@/gateway/follow/testing/run-gateway";
import type { Json } from "@/lib/json";
import { Sealer } from "@/lib/seal";
import type { Management } from "../current";
import { previewDraft } from "../log/preview-draft";
import { openStore } from "../store/open";
import { seed } from "../store/seed";
import { startPostgres } from "../store/testing/postgres";
import { askDoor, callerOf } from "../testing/door";
import { nodeToken, openPortal, type TestPortal } from "./testing/open-portal";

/** A portal with the gateway that follows it. */
interface Place {
  management: Management;
  portal: TestPortal;
  gateway: RunningGateway;
}

const postgres = await startPostgres();
const sealer = new Sealer([randomBytes(32)]);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-portals-"));
const backend = http.createServer((request, response) => response.end(`${request.headers["x-from"]}`));
const places: Place[] = [];
let databaseUrl = "";

beforeAll(async () => {
  if (postgres === null) return;
  databaseUrl = await postgres.database();
  await new Promise<void>((resolve) => backend.listen(0, "127.0.0.1", resolve));
  for (const node of ["here", "there"]) places.push(await openPlace(node));
  await put("apis/shop", {
    ...{ displayName: "Shop", path: "shop", protocols: ["http"], subscriptionRequired: false },
    serviceUrl: `http://127.0.0.1:${(backend.address() as AddressInfo).port}`,
  });
  await put("apis/shop/operations/get", { displayName: "Get", method: "GET", urlTemplate: "/items" });
  await put("apis/shop/policies/policy", policyWith("live"));
  const revision = await here().management.store.revision();
  for (const { gateway } of places) await gateway.untilRevision(revision);
});
afterAll(async () => {
  for (const { gateway, portal, management } of places) {
    await gateway.close();
    await portal.close();
    await management.store.close();
  }
  backend.close();
  fs.rmSync(folder, { recursive: true });
  await postgres?.stop();
});

async function openPlace(node: string): Promise<Place> {
  const store = await openStore({ databaseUrl, dataDir: folder, sealer });
  await seed(store);
  const portal = await openPortal(store, 0, sealer);
  const gateway = await runGateway({ controlUrl: portal.url, nodeToken, sealer, node, stateFile: `${folder}/${node}` });
  return { management: { store, sealer, publish: portal.publisher }, portal, gateway };
}

const placeAt = (index: number): Place => {
  const place = places[index];
  if (place === undefined) throw new Error("There are two places.");
  return place;
};
const here = () => placeAt(0);
const there = () => placeAt(1);
const policyWith = (value: string) => ({
  format: "rawxml",
  value: `<policies><inbound><base /><set-header name="x-from"><value>${value}</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
});

async function ask(method: string, where: string, body?: Json, query?: string, at = here()): Promise<void> {
  const answer = await askDoor(at.management, method, where, { body, query, headers: { "if-match": "*" } });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
}
const put = (where: string, properties: Json, query?: string) => ask("PUT", where, { properties } as Json, query);
const draftPolicy = (value: string) => put("apis/shop/policies/policy", policyWith(value), "draft=d1");
const tokenAt = (place: Place) => previewDraft({ management: place.management, caller: callerOf("editor") }, "d1");

async function get(place: Place, token: string): Promise<string> {
  const url = `http://127.0.0.1:${place.gateway.port}/shop/items`;
  const response = await fetch(url, { headers: { [previewHeader]: token } });
  const text = await response.text();
  return response.status === 200 ? text : `${response.status}`;
}
const becomes = (place: Place, token: string, expected: string) =>
  eventually(async () => expect(await get(place, token)).toBe(expected));

// startPostgres has said why when there is none.
describe.skipIf(postgres === null)("previews where several portals have one database", () => {
  let tokens: [Place, string][] = [];
  beforeEach(async () => {
    await ask("PUT", "drafts/d1", { title: "Try" });
    await draftPolicy("drafted");
    tokens = [];
    for (const place of places) {
      await eventually(() => expect(place.management.publish.consoleAddress()).not.toBeNull());
      tokens.push([place, await tokenAt(place)]);
    }
    for (const [place, token] of tokens) expect(await get(place, token)).toBe("drafted");
  });

  test("a draft that is discarded through one portal is run by the gateways of none", async () => {
    await ask("DELETE", "drafts/d1");
    for (const [place, token] of tokens) await becomes(place, token, "401");
    await expect(tokenAt(there())).rejects.toMatchObject({ status: 404 });
  });

  test("a draft that is changed is not run as it was; another title changes nothing", async () => {
    await ask("PUT", "drafts/d1", { title: "Another" });
    await draftPolicy("drafted anew");
    for (const [place, token] of tokens) await becomes(place, token, "401");
    const anew = await tokenAt(there());
    expect(await get(there(), anew)).toBe("drafted anew");
    await ask("PUT", "drafts/d1", { title: "Yet another" });
    await ask("PUT", "drafts/other", { title: "Other" });
    await ask("DELETE", "drafts/other");
    // What was told before is done once a later change is.
    const revision = await here().management.store.revision();
    await put("apis/shop/operations/get", { displayName: `Get ${revision}`, method: "GET", urlTemplate: "/items" });
    await there().gateway.untilRevision(revision + 1);
    expect(await get(there(), anew)).toBe("drafted anew");
    await ask("DELETE", "drafts/d1");
    await becomes(there(), anew, "401");
  });

  test("a draft that is published is a draft no more", async () => {
    await ask("POST", "drafts/d1/publish");
    for (const [place, token] of tokens) await becomes(place, token, "401");
    await put("apis/shop/policies/policy", policyWith("live"));
  });

  test("what was said while a portal could not hear it is found out", async () => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    // Unheard: not even the listening connection comes back to learn that it missed something.
    await client.query(`DELETE FROM "Draft" WHERE "id" = 'd1'`);
    for (const [place, token] of tokens) await becomes(place, token, "401");
    await client.end();
  });

  test("a gateway that comes to a portal which knows nothing of its previews is told which of them are over", async () => {
    const [, token] = tokens[1] ?? [there(), ""];
    const { port } = there().portal;
    await there().portal.close();
    expect(await get(there(), token)).toBe("drafted");
    await ask("DELETE", "drafts/d1");
    const portal = await openPortal(there().management.store, port, sealer);
    places[1] = { ...there(), portal, management: { ...there().management, publish: portal.publisher } };
    await becomes(there(), token, "401");
  });

  test("a preview that was told by a portal which is no more goes on while its draft stays as it is", async () => {
    const [, token] = tokens[1] ?? [there(), ""];
    const { port } = there().portal;
    await there().portal.close();
    const portal = await openPortal(there().management.store, port, sealer);
    places[1] = { ...there(), portal, management: { ...there().management, publish: portal.publisher } };
    await eventually(() => expect(portal.publisher.consoleAddress()).not.toBeNull());
    await ask("PUT", "drafts/d1", { title: "Another" });
    expect(await get(there(), token)).toBe("drafted");
    await draftPolicy("drafted anew");
    await becomes(there(), token, "401");
    await ask("DELETE", "drafts/d1");
  });
});
