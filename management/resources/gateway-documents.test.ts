import { expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { type Door, openDoor } from "../testing/door";
import { typeOfDocument } from "./find";
import { openProperties } from "./secret-fields";

/** What a gateway is told of the documents that a request is matched by. */
test("gateways are told of APIs, operations, versions, products, links, policies and fragments", async () => {
  const door = await openDoor();
  try {
    const put = async (path: string, properties?: JsonObject) => {
      const { status, body } = await door.ask("PUT", path, properties === undefined ? {} : { body: { properties } });
      expect([200, 201], `${path}: ${JSON.stringify(body)}`).toContain(status);
    };
    await put("apiVersionSets/Set", { displayName: "Set", versioningScheme: "Header", versionHeaderName: "x-version" });
    await put("apis/Orders", {
      displayName: "Orders",
      path: "/Orders/",
      serviceUrl: "https://orders.test",
      apiVersion: "v1",
      apiVersionSetId: "/apiVersionSets/SET",
      subscriptionKeyParameterNames: { header: "x-key" },
    });
    await put("apis/Orders/operations/Get", {
      displayName: "Get",
      method: "GET",
      urlTemplate: "/{id}",
      templateParameters: [{ name: "id", type: "string" }],
    });
    await put("apis/Orders;rev=2", { sourceApiId: "/apis/orders" });
    await put("products/Starter", { displayName: "Starter", state: "published" });
    await put("products/Starter/apis/orders");
    await put("tags/blue", { displayName: "Blue" });
    await put("apis/Orders/tags/blue");
    await put("policyFragments/Stamp", { value: "<fragment />" });
    const policy = { value: "<policies><inbound /></policies>" };
    await put("apis/Orders/policies/policy", policy);
    await put("apis/Orders/operations/Get/policies/policy", policy);
    await put("products/Starter/policies/policy", policy);

    const api = {
      displayName: "Orders",
      path: "Orders",
      protocols: ["https"],
      type: "http",
      serviceUrl: "https://orders.test",
      revision: "1",
      isCurrent: true,
      version: "v1",
      versionSetId: "/apiversionsets/set",
      subscriptionRequired: true,
      subscriptionKeyHeader: "x-key",
      subscriptionKeyQuery: "subscription-key",
    };
    const value = "<policies><inbound /></policies>";
    expect(await told(door)).toMatchObject({
      "/apiversionsets/set": { displayName: "Set", scheme: "Header", headerName: "x-version", queryName: null },
      "/apis/orders": api,
      "/apis/orders;rev=2": { ...api, revision: "2", isCurrent: false },
      "/apis/orders/operations/get": { displayName: "Get", method: "GET", urlTemplate: "/{id}" },
      "/apis/orders;rev=2/operations/get": { displayName: "Get", method: "GET", urlTemplate: "/{id}" },
      "/products/starter": {
        displayName: "Starter",
        subscriptionRequired: true,
        approvalRequired: false,
        published: true,
      },
      "/products/starter/apis/orders": { productId: "/products/starter", apiId: "/apis/orders" },
      "/policyfragments/stamp": { value: "<fragment />" },
      "/policies/policy": { ownerId: "/", value: expect.stringContaining("<forward-request />") },
      "/apis/orders/policies/policy": { ownerId: "/apis/orders", value },
      "/apis/orders/operations/get/policies/policy": { ownerId: "/apis/orders/operations/get", value },
      "/products/starter/policies/policy": { ownerId: "/products/starter", value },
      "/subscriptions/master": { scope: "/", state: "active", primaryKey: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(Object.keys(await told(door))).not.toContain("/apis/orders/tags/blue");
  } finally {
    await door.close();
  }
});

async function told({ store }: Door): Promise<Record<string, unknown>> {
  const documents: Record<string, unknown> = {};
  for await (const page of (await store.snapshot()).pages) {
    for (const document of page) {
      const properties = await openProperties(document.properties, (ids) => store.openSecrets(ids));
      const made = await typeOfDocument(document).behaviour.project?.({
        document,
        properties,
        installation: { debugPublicKey: null },
        read: store,
      });
      if (made != null) documents[made.id] = made.properties;
    }
  }
  return documents;
}
