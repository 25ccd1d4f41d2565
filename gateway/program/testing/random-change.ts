import type { GatewayDocument, GatewayDocuments } from "@/contract/documents";
import type { ProgramChange } from "@/gateway/program/program";
import { api, operation, policy, subscription } from "@/gateway/testing/documents";
import type { Random } from "@/policy/testing/random";

const apiNames = ["a", "b", "c", "d", "a;rev=2", "b;rev=2"];
const templates = ["/", "/x", "/x/{id}", "/{id}", "/{id}.json", "/*", "/x?q={q}", "/x?q=1"];
const keys = ["key-1", "key-2", "key-3", "key-4"];
const products = ["p", "q"];
const names = ["n1", "n2", "n3"];
const baseName = (name: string) => name.replace(/;.*/, "");

/** A change that a portal might publish, from a world small enough for everything to meet everything. */
export function randomChange(random: Random, revision: number): ProgramChange {
  const put: GatewayDocument[] = [];
  const remove: string[] = [];
  for (let count = random.below(4); count >= 0; count--) {
    const document = randomDocument(random);
    if (put.some(({ id }) => id === document.id) || remove.includes(document.id)) continue;
    if (random.chance(0.3)) remove.push(document.id);
    else put.push(document);
  }
  return { revision, put: withoutSharedNames(put), remove };
}

/** Two named values never have one display name. */
function withoutSharedNames(put: GatewayDocument[]): GatewayDocument[] {
  return put.filter((each) => each.type !== "namedValues" || each.properties.displayName.startsWith(each.name));
}

function randomDocument(random: Random): GatewayDocument {
  const apiName = random.of(apiNames);
  const product = random.of(products);
  switch (random.below(10)) {
    case 0:
      return randomApi(random, apiName);
    case 1:
    case 2:
      return operation(apiName, random.of(["GET", "POST"]), random.of(templates));
    case 3: {
      const [productId, apiId] = [`/products/${product}`, `/apis/${baseName(apiName)}`];
      const id = `${productId}/apis/${baseName(apiName)}`;
      return { id, name: baseName(apiName), type: "products/apis", properties: { productId, apiId } };
    }
    case 4: {
      const flags = {
        subscriptionRequired: random.chance(0.5),
        approvalRequired: false,
        published: random.chance(0.5),
      };
      const properties = { displayName: product, ...flags };
      return { id: `/products/${product}`, name: product, type: "products", properties };
    }
    case 5:
      return randomSubscription(random);
    case 6:
      return randomPolicy(random, apiName, product);
    case 7:
      return randomShared(random);
    case 8:
      return randomPeople(random, product);
    default:
      return randomVersionSet(random);
  }
}

function randomApi(random: Random, name: string): GatewayDocument {
  const isRevision = name.includes(";");
  return api(name, {
    path: random.of(["", "orders", "orders/v1", "Shop%20one"]),
    revision: isRevision ? "2" : "1",
    isCurrent: !isRevision,
    version: random.of([null, null, "v1", "v2"]),
    versionSetId: random.of([null, "/apiversionsets/s"]),
    subscriptionRequired: random.chance(0.5),
    type: random.of<GatewayDocuments["apis"]["type"]>(["http", "http", "websocket"]),
    serviceUrl: `http://${baseName(name)}.example`,
  });
}

function randomSubscription(random: Random): GatewayDocument {
  const scope = random.of(["/", "/apis", "/apis/a", "/apis/b", "/products/p", "/products/q"]);
  const made = subscription(random.of(["s", "t", "u"]), random.of(keys), scope);
  const state = random.of(["active", "active", "suspended"] as const);
  const ownerId = random.of([null, "/users/ann", "/users/ben"]);
  return { ...made, properties: { ...made.properties, state, ownerId, secondaryKey: random.of(keys) } };
}

function randomVersionSet(random: Random): GatewayDocument {
  const scheme = random.of(["Segment", "Header", "Query"] as const);
  const properties = { displayName: "s", scheme, headerName: "X-Version", queryName: "v" };
  return { id: "/apiversionsets/s", name: "s", type: "apiVersionSets", properties };
}

/** Users, groups, and who is in which. */
function randomPeople(random: Random, product: string): GatewayDocument {
  const userName = random.of(["ann", "ben"]);
  const groupName = random.of(["g1", "g2"]);
  const [userId, groupId, productId] = [`/users/${userName}`, `/groups/${groupName}`, `/products/${product}`];
  switch (random.below(4)) {
    case 0: {
      const state = random.of(["active", "active", "blocked"] as const);
      const properties = {
        ...{ email: `${userName}@example.com`, firstName: userName, lastName: "L", note: random.of([null, "n"]) },
        ...{ state, registeredAt: "2026-01-01T00:00:00Z", identities: [] },
      };
      return { id: userId, name: userName, type: "users", properties };
    }
    case 1: {
      const displayName = `${groupName} ${random.below(3)}`;
      return { id: groupId, name: groupName, type: "groups", properties: { displayName } };
    }
    case 2:
      return { id: `${groupId}${userId}`, name: userName, type: "groups/users", properties: { groupId, userId } };
    default: {
      const id = `${productId}${groupId}`;
      return { id, name: groupName, type: "products/groups", properties: { productId, groupId } };
    }
  }
}

const trace = (label: string) =>
  `<set-header name="X-Trace" exists-action="append"><value>${label}</value></set-header>`;

function randomPolicy(random: Random, apiName: string, product: string): GatewayDocument {
  const operationId = operation(apiName, random.of(["GET", "POST"]), random.of(templates)).id;
  const owner = random.of(["/", `/products/${product}`, `/apis/${apiName}`, operationId]);
  const label = `${owner} {{${random.of(names)}}}`;
  const base = random.chance(0.8) ? "<base/>" : "";
  const include = random.chance(0.4) ? `<include-fragment fragment-id="${random.of(["f", "G"])}"/>` : "";
  // Only some values of a named value make this a policy that runs.
  const risky = random.chance(0.1) ? `<set-header name="X-Risky" exists-action="{{${random.of(names)}}}"/>` : "";
  const backend = owner === "/" ? "<forward-request/>" : "<base/>";
  return policy(
    owner,
    `<policies><inbound>${base}${trace(label)}${include}${risky}</inbound><backend>${backend}</backend>
     <outbound>${base}${trace(`out ${label}`)}</outbound><on-error>${base}${include}</on-error></policies>`,
  );
}

/** What policies of several scopes use. */
function randomShared(random: Random): GatewayDocument {
  if (random.chance(0.5)) {
    const name = random.of(["f", "g"]);
    const value = `<fragment>${trace(`fragment ${name} {{${random.of(names)}}} ${random.below(3)}`)}</fragment>`;
    return { id: `/policyfragments/${name}`, name, type: "policyFragments", properties: { value } };
  }
  const name = random.of(names);
  const value = random.of([null, "append", "delete", "something else"]);
  const displayName = random.chance(0.8) ? name : `${name}-renamed`;
  return { id: `/namedvalues/${name}`, name, type: "namedValues", properties: { displayName, secret: false, value } };
}
