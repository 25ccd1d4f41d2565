import { pfxFiles } from "@/lib/pfx/testing/pfx-files";
import { echo } from "./echo";
import type { Management } from "./management";

/** One of each kind, wired to one another, so that every page has something to show. */
export async function furnish(management: Management): Promise<void> {
  await management.put("/namedValues/partner", { displayName: "partner", value: "acme" });
  await management.put("/backends/orders", {
    title: "Orders",
    description: "Takes orders and tells what became of them.",
    url: `${echo}/orders`,
    protocol: "http",
    credentials: { header: { "x-partner": ["{{partner}}"] } },
  });
  await management.put("/backends/orders-standby", { url: `${echo}/standby`, protocol: "http" });
  await management.put("/backends/orders-pool", {
    type: "Pool",
    pool: {
      services: [
        { id: "/backends/orders", priority: 1 },
        { id: "/backends/orders-standby", priority: 2 },
      ],
    },
  });
  await management.put("/namedValues/token", { displayName: "token", value: "not for everybody", secret: true });
  await management.put("/certificates/caller", { data: pfxFiles.rsa.replaceAll(/\s/g, ""), password: "opensesame" });
  await management.put("/policyFragments/trace-id", {
    description: "Gives each call an id.",
    format: "rawxml",
    value: '<fragment><set-header name="x-trace" exists-action="override"><value>7</value></set-header></fragment>',
  });
  await management.put("/apis/orders", {
    displayName: "Orders",
    description: "Everything about an order.",
    path: "orders",
    protocols: ["http", "https"],
  });
  await management.put("/apis/orders/operations/get-order", {
    displayName: "Get order",
    method: "GET",
    urlTemplate: "/items/{id}",
    templateParameters: [{ name: "id", type: "string", required: true, description: "The order’s number." }],
    request: { queryParameters: [{ name: "expand", type: "string", values: ["none", "lines"] }] },
  });
  await management.put("/apis/orders/operations/place-order", {
    displayName: "Place order",
    method: "POST",
    urlTemplate: "/items",
  });
  await management.put("/apis/orders/policies/policy", {
    format: "rawxml",
    value:
      '<policies><inbound><base /><set-backend-service backend-id="orders" /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>',
  });
  await management.put("/products/gold", {
    displayName: "Gold",
    description: "For those who order every day.",
    state: "published",
    subscriptionRequired: true,
  });
  await management.ask("PUT", "/products/gold/apis/orders");
  await management.put("/subscriptions/acme", { displayName: "Acme", scope: "/products/gold", state: "active" });
  await management.put("/gateways/edge", { description: "At the edge.", locationData: { name: "Basement" } });
}
