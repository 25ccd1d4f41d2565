import type {
  ApiFacts,
  BackendFacts,
  DeploymentFacts,
  GroupFacts,
  LastError,
  OperationFacts,
  ProductFacts,
  ScopeName,
  Section,
  SubscriptionFacts,
  UserFacts,
} from "@/policy/exchange";
import { JsonShape, wrong } from "./json-shape";

export function apiFrom(shape: JsonShape): ApiFacts {
  const keys = shape.child("SubscriptionKeyParameterNames");
  const protocols = shape.texts("Protocols");
  return {
    id: shape.text("Id", "api"),
    name: shape.text("Name", "API"),
    path: shape.text("Path", "api"),
    revision: shape.text("Revision", "1"),
    version: shape.text("Version", null),
    serviceUrl: shape.text("ServiceUrl", null),
    isCurrent: shape.flag("IsCurrentRevision", true),
    protocols: protocols.length > 0 ? protocols : ["https"],
    keyHeader: keys?.text("Header", "Ocp-Apim-Subscription-Key") ?? "Ocp-Apim-Subscription-Key",
    keyQuery: keys?.text("Query", "subscription-key") ?? "subscription-key",
  };
}

export const operationFrom = (shape: JsonShape): OperationFacts => ({
  id: shape.text("Id", "operation"),
  name: shape.text("Name", "Operation"),
  method: shape.text("Method", "GET"),
  urlTemplate: shape.text("UrlTemplate", "/"),
});

export const productFrom = (shape: JsonShape): ProductFacts => ({
  id: shape.text("Id", "product"),
  name: shape.text("Name", "Product"),
  subscriptionRequired: shape.flag("SubscriptionRequired", true),
  approvalRequired: shape.flag("ApprovalRequired", false),
  published: stateOf(shape),
  groups: groupsFrom(shape),
  apis: shape.list("Apis").map(({ value, path }) => apiFrom(new JsonShape(value, path, shape.onUnknown))),
  subscriptionsLimit: shape.integer("SubscriptionsLimit", shape.integer("SubscriptionLimit", null)),
});

function stateOf(shape: JsonShape): boolean {
  const state = shape.text("State", "Published");
  if (state !== "Published" && state !== "NotPublished")
    throw new Error(`${shape.pathOf("State")} must be "Published" or "NotPublished", not "${state}".`);
  return state === "Published";
}

/** Each {"Id", "Name"}, or a name for both. */
const groupsFrom = (shape: JsonShape): GroupFacts[] =>
  shape.list("Groups").map(({ value, path }) => {
    if (typeof value === "string") return { id: value, name: value };
    const group = new JsonShape(value, path, shape.onUnknown);
    const name = group.text("Name", null);
    const id = group.text("Id", null);
    group.finish();
    return { id: id ?? name ?? "", name: name ?? id ?? "" };
  });

export function subscriptionFrom(shape: JsonShape): SubscriptionFacts {
  const primaryKey = shape.text("PrimaryKey", "primary-key");
  return {
    id: shape.text("Id", "subscription"),
    name: shape.text("Name", "Subscription"),
    primaryKey,
    secondaryKey: shape.text("SecondaryKey", "secondary-key"),
    usedKey: shape.text("Key", primaryKey),
    createdAt: dateFrom(shape, "CreatedDate"),
    startDate: dateFrom(shape, "StartDate"),
    expirationDate: dateFrom(shape, "EndDate"),
  };
}

export function dateFrom(shape: JsonShape, name: string): string | null {
  const text = shape.text(name, null);
  if (text !== null && Number.isNaN(Date.parse(text)))
    throw new Error(`${shape.pathOf(name)} must be a date such as "2026-01-31T12:00:00Z", not "${text}".`);
  return text;
}

export const userFrom = (shape: JsonShape): UserFacts => ({
  id: shape.text("Id", "user"),
  email: shape.text("Email", "user@example.com"),
  firstName: shape.text("FirstName", "First"),
  lastName: shape.text("LastName", "Last"),
  note: shape.text("Note", null),
  registeredAt: dateFrom(shape, "RegistrationDate") ?? "2000-01-01T00:00:00Z",
  groups: groupsFrom(shape),
  identities: shape.list("Identities").map(({ value, path }) => {
    const identity = new JsonShape(value, path, shape.onUnknown);
    return { id: identity.text("Id", ""), provider: identity.text("Provider", "") };
  }),
});

export function deploymentFrom(shape: JsonShape): DeploymentFacts {
  const gateway = shape.child("Gateway");
  const gatewayId = gateway?.text("Id", null) ?? shape.text("GatewayId", "managed");
  return {
    gatewayId,
    instanceId: gateway?.text("InstanceId", null) ?? gatewayId,
    isManaged: gateway?.flag("IsManaged", gatewayId === "managed") ?? gatewayId === "managed",
    region: shape.text("Region", "local"),
    serviceId: shape.text("ServiceId", "service"),
    serviceName: shape.text("ServiceName", "service"),
  };
}

export const backendFrom = (shape: JsonShape): BackendFacts => ({
  id: shape.text("Id", "backend"),
  type: shape.text("Type", "Single").toLowerCase() === "pool" ? "pool" : "single",
  azureRegion: shape.text("AzureRegion", null),
});

const scopes: ReadonlySet<string> = new Set(["global", "product", "api", "operation"]);
const sections: ReadonlySet<string> = new Set(["inbound", "backend", "outbound", "on-error"]);

export function lastErrorFrom(shape: JsonShape): LastError {
  return {
    source: shape.text("Source", "policy"),
    reason: shape.text("Reason", null),
    message: shape.text("Message", ""),
    scope: oneOf<ScopeName>(shape, "Scope", scopes),
    section: oneOf<Section>(shape, "Section", sections),
    path: shape.text("Path", null),
    policyId: shape.text("PolicyId", null),
    httpErrorCode: shape.integer("HttpErrorCode", 0),
  };
}

function oneOf<T extends string>(shape: JsonShape, name: string, known: ReadonlySet<string>): T | null {
  const text = shape.text(name, null);
  if (text !== null && !known.has(text)) throw wrong(shape.pathOf(name), `one of ${[...known].join(", ")}`, text);
  return text as T | null;
}
