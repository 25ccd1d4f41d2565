import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { type Door, openDoor } from "../../testing/door";
import { checkGatewayToken } from "./token";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "apis/Orders", { body: { properties: { displayName: "Orders", path: "orders" } } });
});
afterAll(() => door.close());
const put = (id: string, properties: object) => door.ask("PUT", `gateways/${id}`, { body: { properties } as never });
const keys = async () => (await door.ask("POST", "gateways/gw1/listKeys")).body;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test("201 and 200: keys are made, kept, and never shown", async () => {
  const properties = {
    description: "d",
    locationData: { name: "Berlin", city: "Berlin", district: "Mitte", countryOrRegion: "Germany" },
  };
  const made = await put("gw1", properties);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ name: "gw1", type: "Microsoft.ApiManagement/service/gateways", properties });
  expect(Object.keys(made.body.properties)).toEqual(["description", "locationData"]);
  const before = await keys();
  expect(before).toEqual({ primary: expect.stringMatching(/^.{88}$/), secondary: expect.stringMatching(/^.{88}$/) });
  expect((await door.ask("PUT", "gateways/gw1", { body: made.body })).status).toBe(200);
  const changed = await door.ask("PATCH", "gateways/gw1", { body: { properties: { description: "e" } } });
  expect(changed.status).toBe(200);
  expect(changed.body.properties.locationData.name).toBe("Berlin");
  expect(await keys()).toEqual(before);
});

test("200 and 204: tokens end with the key that signed them", async () => {
  const answer = await door.ask("POST", "gateways/gw1/generateToken", {
    body: { keyType: "primary", expiry: inDays(1) },
  });
  expect(answer.status).toBe(200);
  expect(answer.body.value).toMatch(/^gw1&\d{12}&.+==$/);
  const valid = async (token: string) => {
    const { primary, secondary } = await keys();
    return checkGatewayToken(token, "GW1", [primary, secondary]);
  };
  expect(await valid(answer.body.value)).toBe(true);
  expect(await valid(answer.body.value.replace("gw1&2", "gw1&3"))).toBe(false);
  expect((await door.ask("POST", "gateways/gw1/regenerateKey", { body: { keyType: "secondary" } })).status).toBe(204);
  expect(await valid(answer.body.value)).toBe(true);
  expect((await door.ask("POST", "gateways/gw1/regenerateKey", { body: { keyType: "primary" } })).status).toBe(204);
  expect(await valid(answer.body.value)).toBe(false);
});

test.each([
  ["generateToken", { keyType: "primary", expiry: inDays(31) }, "expiry"],
  ["generateToken", { keyType: "primary", expiry: inDays(-1) }, "expiry"],
  ["generateToken", { keyType: "third", expiry: inDays(1) }, "keyType"],
  ["generateToken", { keyType: "primary" }, "expiry"],
  ["regenerateKey", { keyType: "primary", colour: "red" }, "colour"],
  ["regenerateKey", {}, "keyType"],
])("400: %s %j", async (action, body, target) => {
  const refused = await door.ask("POST", `gateways/gw1/${action}`, { body: body as never });
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target).toBe(target);
});

test("201, 200, 400: APIs of a gateway", async () => {
  const made = await door.ask("PUT", "gateways/gw1/apis/orders", {
    body: { properties: { provisioningState: "created" } },
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    id: `${serviceId}/gateways/gw1/apis/Orders`,
    type: "Microsoft.ApiManagement/service/gateways/apis",
    properties: { path: "orders" },
  });
  expect((await door.ask("PUT", "gateways/gw1/apis/orders")).status).toBe(200);
  expect((await door.ask("HEAD", "gateways/gw1/apis/orders")).status).toBe(200);
  expect((await door.ask("GET", "gateways/gw1/apis")).body.count).toBe(1);
  expect((await door.ask("PUT", "gateways/gw1/apis/absent")).status).toBe(400);
  expect((await door.ask("DELETE", "gateways/gw1/apis/orders")).status).toBe(200);
});

test("201, 200, 409: a hostname configuration holds its certificate", async () => {
  const keyVault = { secretIdentifier: "https://vault.example/secrets/gw" };
  await door.ask("PUT", "certificates/Gw", { body: { properties: { keyVault } } });
  const path = "gateways/gw1/hostnameConfigurations/main";
  const made = await door.ask("PUT", path, {
    body: { properties: { hostname: "*.example.com", certificateId: "/certificates/gw" } },
  });
  expect(made.status).toBe(201);
  expect(made.body.properties).toEqual({
    hostname: "*.example.com",
    certificateId: `${serviceId}/certificates/Gw`,
    negotiateClientCertificate: false,
    tls10Enabled: false,
    tls11Enabled: false,
    http2Enabled: true,
  });
  expect((await door.ask("PUT", path, { body: made.body })).status).toBe(200);
  expect((await door.ask("GET", "gateways/gw1/hostnameConfigurations")).body.count).toBe(1);
  expect((await door.ask("DELETE", "certificates/gw")).status).toBe(409);
  expect((await door.ask("DELETE", path)).status).toBe(200);
  expect((await door.ask("DELETE", "certificates/gw")).status).toBe(200);
});

test("400: hostname configurations", async () => {
  const put = (properties: object) =>
    door.ask("PUT", "gateways/gw1/hostnameConfigurations/default", { body: { properties } as never });
  for (const [properties, target] of [
    [{ hostname: "*" }, "certificateId"],
    [{ hostname: "a..b", certificateId: "/certificates/c" }, "hostname"],
    [{ hostname: "*", certificateId: "/certificates/absent" }, "certificateId"],
    [{ hostname: "*", certificateId: "/backends/echo" }, "certificateId"],
    [{ hostname: "*", certificateId: "/certificates/c", tls13Enabled: true }, "tls13Enabled"],
  ] as const) {
    const refused = await put(properties);
    expect(refused.status).toBe(400);
    expect(refused.body.error.details[0].target.replace("properties.", "")).toBe(target);
  }
});

test("400: the reserved id, and a location without its name", async () => {
  expect((await put("managed", {})).status).toBe(400);
  expect((await put("gw2", { locationData: { city: "Rome" } })).status).toBe(400);
});

test("403, 404, 412, 204", async () => {
  expect((await door.ask("POST", "gateways/gw1/listKeys", { role: "reader" })).status).toBe(403);
  expect(
    (
      await door.ask("POST", "gateways/gw1/generateToken", {
        body: { keyType: "primary", expiry: inDays(1) },
        role: "reader",
      })
    ).status,
  ).toBe(403);
  expect((await door.ask("GET", "gateways/absent")).status).toBe(404);
  expect((await door.ask("DELETE", "gateways/gw1", { headers: { "if-match": '"AAAAAAAAAAE="' } })).status).toBe(412);
  expect((await door.ask("DELETE", "gateways/gw1")).status).toBe(200);
  expect((await door.ask("DELETE", "gateways/gw1")).status).toBe(204);
});
