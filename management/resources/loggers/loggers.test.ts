import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { type Answer, type Door, openDoor } from "../../testing/door";
import { mask } from "../define";
import { openProperties } from "../secret-fields";
import { project } from "./project";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const put = (name: string, properties: JsonObject): Promise<Answer> =>
  door.ask("PUT", `loggers/${name}`, { body: { properties } });
const targets = (answer: Answer): string[] => {
  expect(answer.status).toBe(400);
  return answer.body.error.details.map(({ target }: { target: string }) => target);
};

const connectionString = "Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=Send;SharedAccessKey=opensesame";
const eventHub = { loggerType: "azureEventHub", credentials: { name: "hub", connectionString } };

test("201: shows everything but the connection string, which is nowhere in clear", async () => {
  const made = await put("Hub", { ...eventHub, description: "All events" });
  expect(made.body.error ?? made.status).toBe(201);
  expect(made.body.type).toBe("Microsoft.ApiManagement/service/loggers");
  expect(made.body.properties).toEqual({
    loggerType: "azureEventHub",
    description: "All events",
    credentials: { name: "hub", connectionString: mask },
    isBuffered: true,
  });
  const everything = [
    await door.ask("GET", "loggers"),
    await door.store.changes({}),
    await door.store.read("/loggers/hub"),
  ];
  expect(JSON.stringify(everything)).not.toContain("opensesame");
});

test("a gateway gets the type and the credentials in clear", async () => {
  const document = await door.store.read("/loggers/hub");
  if (document === null) throw new Error("it is not stored");
  const properties = await openProperties(document.properties, (ids) => door.store.openSecrets(ids));
  const told = await project({ document, properties, installation: { debugPublicKey: null }, read: door.store });
  expect(told).toEqual({
    id: "/loggers/hub",
    name: "Hub",
    type: "loggers",
    properties: { type: "azureEventHub", credentials: { name: "hub", connectionString } },
  });
});

test("PATCH changes what it names; the masked credentials of a GET, sent back, keep what is stored", async () => {
  const patched = await door.ask("PATCH", "loggers/hub", {
    body: { properties: { description: "Some" } },
    headers: { "If-Match": "*" },
  });
  expect([patched.status, patched.body.properties?.description]).toEqual([200, "Some"]);
  const again = await put("hub", patched.body.properties);
  expect(again.headers.get("etag")).toBe(patched.headers.get("etag"));
});

test("400: names what is missing for its type, and a type that would change", async () => {
  expect(targets(await put("x", { credentials: { name: "hub", connectionString } }))).toEqual(["loggerType"]);
  expect(targets(await put("x", { loggerType: "azureEventHub" }))).toEqual(["credentials.name", "credentials"]);
  expect(targets(await put("x", { loggerType: "applicationInsights", credentials: {} }))).toEqual(["credentials"]);
  expect(targets(await put("x", { loggerType: "splunk" }))).toEqual(["loggerType"]);
  expect(targets(await put("hub", { loggerType: "azureMonitor" }))).toEqual(["loggerType"]);
});

test("a named value in the credentials is a reference: it must exist, and cannot go while it is used", async () => {
  const credentials = { name: "hub", connectionString: "{{events}}" };
  expect(targets(await put("named", { loggerType: "azureEventHub", credentials }))).toEqual(["credentials"]);
  await door.ask("PUT", "namedValues/events", {
    body: { properties: { displayName: "events", value: connectionString, secret: true } },
  });
  const made = await put("named", { loggerType: "azureEventHub", credentials });
  expect([made.status, made.body.properties.credentials.connectionString]).toEqual([201, "{{events}}"]);
  const refused = await door.ask("DELETE", "namedValues/events", { headers: { "If-Match": "*" } });
  expect([refused.status, refused.body.error.details[0].target]).toEqual([409, "/loggers/named"]);
});

test("a policy names a logger that exists, and keeps it from being deleted", async () => {
  const policy = (id: string) => ({
    value: `<policies><inbound><log-to-eventhub logger-id="${id}">x</log-to-eventhub></inbound></policies>`,
    format: "rawxml",
  });
  const refused = await door.ask("PUT", "policies/policy", { body: { properties: policy("nobody") } });
  expect([refused.status, refused.body.error?.details[0].message]).toEqual([
    400,
    expect.stringContaining("Logger not found"),
  ]);
  const taken = await door.ask("PUT", "policies/policy", { body: { properties: policy("Hub") } });
  expect(taken.body.error ?? taken.status).toBe(200);
  const kept = await door.ask("DELETE", "loggers/hub", { headers: { "If-Match": "*" } });
  expect([kept.status, kept.body.error.details[0].target]).toEqual([409, "/policies/policy"]);
});
