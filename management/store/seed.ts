import { randomBytes } from "node:crypto";
import type { JsonObject } from "@/lib/json";
import { putPeople, seedPeople } from "./seed-people";
import type { Store, StoreTransaction } from "./store";

/** What an empty installation begins with, as its first change. */
export async function seed(store: Store): Promise<void> {
  if ((await store.revision()) > 0) return seedPeople(store);
  const actor = { kind: "system" as const, id: "gatehouse", name: "Gatehouse" };
  await store.commit({ actor, title: "Set up the service" }, async (tx) => {
    // Another portal on the same database may have been first.
    if ((await tx.read("/")) !== null) return;
    await tx.put({ id: "/", name: "gatehouse", type: "service", parentId: null, properties: service, references: [] });
    await putBelow(tx, "backends", "echo", echoBackend);
    await putBelow(tx, "policies", "policy", { value: globalPolicy, format: "rawxml" });
    const keys = {
      primaryKey: await tx.seal("/subscriptions/master", "primaryKey", newKey()),
      secondaryKey: await tx.seal("/subscriptions/master", "secondaryKey", newKey()),
    };
    const createdDate = `${new Date().toISOString().slice(0, 19)}Z`;
    await putBelow(tx, "subscriptions", "master", { ...masterSubscription, createdDate, ...keys });
    await putPeople(tx);
  });
}

async function putBelow(tx: StoreTransaction, type: string, name: string, properties: JsonObject): Promise<void> {
  await tx.put({ id: `/${type}/${name}`, name, type, parentId: "/", properties, references: [] });
}

const newKey = () => randomBytes(16).toString("hex");

const service = {
  location: "local",
  sku: { name: "Developer", capacity: 1 },
  publisherName: "Gatehouse",
  publisherEmail: "gatehouse@localhost",
};

const echoBackend = {
  title: "Echo",
  description: "Built in. Answers every call with what it was sent, so that a first API works without a network.",
  url: "http://echo.gatehouse.internal",
  protocol: "http",
};

/** Opens every API; made with the service, as Azure's built-in all-access subscription. */
const masterSubscription = {
  displayName: "Built-in all-access subscription",
  scope: "/",
  state: "active",
  allowTracing: false,
};

const globalPolicy = `<!--
    - Policies of this scope apply to every API.
    - To keep what an outer scope does, place a <base /> element; this scope is the outermost.
    - Policies are applied in the order in which they appear.
-->
<policies>
    <inbound />
    <backend>
        <forward-request />
    </backend>
    <outbound />
    <on-error />
</policies>
`;
