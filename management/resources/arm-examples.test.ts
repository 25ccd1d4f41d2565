import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { type Door, openDoor } from "../testing/door";

/** The bodies that Azure's own descriptions of this API send; they lie outside the project, so a copy of it may lack them. */
const file = path.resolve(import.meta.dirname, "../../../shared/reference/arm-examples/examples-put-2024-05-01.json");

interface Example {
  example: string;
  type: string;
  body: { properties?: JsonObject };
}

const places: Record<string, string> = {
  apis: "apis/{}",
  "apis/operations": "apis/shop/operations/{}",
  "apis/schemas": "apis/shop/schemas/{}",
  "apis/releases": "apis/a1/releases/{}",
  "apis/policies": "apis/shop/policies/policy",
  "apis/operations/policies": "apis/shop/operations/list/policies/policy",
  apiVersionSets: "apiVersionSets/{}",
  gateways: "gateways/{}",
  "gateways/apis": "gateways/gw/apis/shop",
  "gateways/hostnameConfigurations": "gateways/gw/hostnameConfigurations/{}",
  groups: "groups/{}",
  loggers: "loggers/{}",
  policies: "policies/policy",
  policyFragments: "policyFragments/{}",
  products: "products/{}",
  schemas: "schemas/{}",
  "products/policies": "products/5600b59475ff190048060002/policies/policy",
  subscriptions: "subscriptions/{}",
  users: "users/{}",
};

/** Some examples use policies that the catalog does not have yet. */
const laterPolicies = /policy '[\w-]+' is not available\.$/;

const examples = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, "utf8")) as Example[]) : null;
if (examples === null) console.log(`Azure's example bodies are not at ${file}: their test is skipped.`);

test.skipIf(examples === null)(
  "every example body of these kinds is taken, or refused for the reason given",
  async () => {
    const door = await openDoor();
    try {
      await prepare(door);
      let taken = 0;
      for (const [index, { example, type, body }] of (examples ?? []).entries()) {
        const kind = type.replace("Microsoft.ApiManagement/service/", "");
        const place = Object.hasOwn(places, kind) ? places[kind] : undefined;
        if (place === undefined) continue;
        const id = example === "ApiManagementCreateApiRevisionFromExistingApi" ? "echo-api;rev=3" : `example-${index}`;
        const properties = { ...body.properties };
        // Each example stands alone in Azure's description; here they meet in one service.
        if (kind === "apis" && !id.includes(";rev=")) properties.path = `path-${index}`;
        const answer = await door.ask("PUT", place.replace("{}", id), { body: { ...body, properties } });
        const label = `${example}: ${answer.status} ${JSON.stringify(answer.body)}`;
        if (answer.status === 400) {
          const targets: string[] = answer.body.error.details.map(({ target }: { target: string }) =>
            target.replace("properties.", ""),
          );
          const messages: string[] = answer.body.error.details.map(({ message }: { message: string }) => message);
          if (properties.format !== undefined && kind === "apis") expect(targets, label).toEqual(["format"]);
          else if (/polic/i.test(kind))
            expect(
              messages.every((message) => laterPolicies.test(message)),
              label,
            ).toBe(true);
          else expect.unreachable(label);
          continue;
        }
        expect([200, 201], label).toContain(answer.status);
        taken++;
      }
      expect(taken).toBeGreaterThan(20);
    } finally {
      await door.close();
    }
  },
);

/** What the examples refer to. */
async function prepare(door: Door): Promise<void> {
  const put = async (path: string, properties: JsonObject) => {
    const { status, body } = await door.ask("PUT", path, { body: { properties } });
    expect([200, 201], `${path}: ${JSON.stringify(body)}`).toContain(status);
  };
  for (const id of ["shop", "a1", "echo-api", "echoPath", "58a4aeac497000007d040001"]) {
    await put(`apis/${id}`, { displayName: id, path: id === "echo-api" ? "echo" : id });
  }
  await put("apis/shop/operations/list", { displayName: "List", method: "GET", urlTemplate: "/" });
  await put("apiVersionSets/aa9c59e6-c0cd-4258-9356-9ca7d2f0b458", {
    displayName: "Echo",
    versioningScheme: "Segment",
  });
  await put("products/5600b59475ff190048060002", { displayName: "Starter" });
  await put("gateways/gw", {});
  await put("users/57127d485157a511ace86ae7", { email: "owner@example.com", firstName: "O", lastName: "W" });
  await put("loggers/16", { loggerType: "azureMonitor" });
  await put("namedValues/call-count", { displayName: "call-count", value: "5" });
  await put("certificates/cert1", { keyVault: { secretIdentifier: "https://vault.example/secrets/cert1" } });
}
