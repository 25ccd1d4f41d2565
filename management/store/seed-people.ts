import type { JsonObject } from "@/lib/json";
import type { Store, StoreTransaction } from "./store";

const administrators = "/groups/administrators";

/** An installation that began before there were users and groups gets those that Azure builds in. */
export async function seedPeople(store: Store): Promise<void> {
  if ((await store.read(administrators)) !== null) return;
  const actor = { kind: "system" as const, id: "gatehouse", name: "Gatehouse" };
  await store.commit({ actor, title: "Add the built-in groups" }, async (tx) => {
    // Another portal on the same database may have been first.
    if ((await tx.read(administrators)) === null) await putPeople(tx);
  });
}

export async function putPeople(tx: StoreTransaction): Promise<void> {
  for (const [name, properties] of Object.entries(groups)) {
    await tx.put({ id: `/groups/${name}`, name, type: "groups", parentId: "/", properties, references: [] });
  }
  if ((await tx.read("/users/1")) !== null) return;
  await tx.put({ id: "/users/1", name: "1", type: "users", parentId: "/", properties: administrator, references: [] });
  for (const group of ["administrators", "developers"]) {
    const id = `/groups/${group}/users/1`;
    const references = ["/users/1"];
    await tx.put({ id, name: "1", type: "groups/users", parentId: `/groups/${group}`, properties: {}, references });
  }
}

const builtIn = (displayName: string, description: string): JsonObject => ({
  displayName,
  description,
  type: "system",
  builtIn: true,
});
const groups = {
  administrators: builtIn("Administrators", "Built in. Those who run the service."),
  developers: builtIn("Developers", "Built in. Everybody who is known to the service."),
  guests: builtIn("Guests", "Built in. Everybody who is not."),
};

/** Whom subscriptions belong to that nobody else holds, as in Azure. */
const administrator = {
  firstName: "Administrator",
  lastName: "Administrator",
  email: "gatehouse@localhost",
  state: "active",
  identities: [{ provider: "Basic", id: "gatehouse@localhost" }],
};
