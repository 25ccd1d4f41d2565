import type { JsonObject } from "@/lib/json";
import { pfxFiles } from "@/lib/pfx/testing/pfx-files";
import type { definitions } from "../resources/definitions";

/** One document of each type that the REST door can be asked to make, change and delete. */
export interface Sample {
  /** What must exist first, in this order. */
  needs?: readonly { path: string; properties: JsonObject | null }[];
  path: string;
  /** null: the PUT has no body. */
  properties: JsonObject | null;
  /** The same with a difference that a GET shows. */
  changed?: JsonObject;
  /** For a PATCH, with what it must leave behind. */
  patch?: { send: JsonObject; shows: JsonObject };
  /** Only read: made by what it needs. */
  readOnly?: true;
}

type DocumentType = Exclude<(typeof definitions)[number]["types"][number], "service">;

const api = { path: "apis/sample-api", properties: { displayName: "Sample", path: "sample", protocols: ["https"] } };
const operation = {
  path: "apis/sample-api/operations/sample-operation",
  properties: { displayName: "Read", method: "GET", urlTemplate: "/read" },
};
const resolver = {
  path: "apis/sample-api/resolvers/sample-resolver",
  properties: { displayName: "Orders", path: "Query/orders" },
};
const resolverPolicy = (url: string): JsonObject => ({
  format: "rawxml",
  value: `<http-data-source><http-request><set-method>GET</set-method><set-url>${url}</set-url></http-request></http-data-source>`,
});
const product = { path: "products/sample-product", properties: { displayName: "Sample product" } };
const gateway = { path: "gateways/sample-gateway", properties: { locationData: { name: "Here" } } };
const tag = { path: "tags/sample-tag", properties: { displayName: "Sample tag" } };
const user = {
  path: "users/sample-user",
  properties: { email: "sample@example.com", firstName: "Sample", lastName: "User" },
};
const group = { path: "groups/sample-group", properties: { displayName: "Sample group" } };
const certificate = { path: "certificates/sample", properties: { data: pfxFiles.ec, password: "" } };
const policy = (name: string): JsonObject => ({
  format: "rawxml",
  value: `<policies><inbound><base /><set-header name="${name}" exists-action="override"><value>1</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
});
const scopePolicy = (path: string, needs: Sample["needs"]): Sample => ({
  needs,
  path: `${path}policies/policy`,
  properties: policy("x-one"),
  changed: policy("x-two"),
});
const association = (path: string, needs: Sample["needs"]): Sample => ({ needs, path, properties: null });

export const samples: Record<DocumentType, Sample> = {
  users: {
    path: "users/sample",
    properties: { email: "a@example.com", firstName: "A", lastName: "B", password: "a secret" },
    changed: { email: "b@example.com", firstName: "A", lastName: "B", note: "Moved" },
    patch: { send: { state: "blocked" }, shows: { state: "blocked" } },
  },
  groups: {
    path: "groups/sample",
    properties: { displayName: "One" },
    changed: { displayName: "Two", description: "Other" },
    patch: { send: { description: "Third" }, shows: { description: "Third" } },
  },
  "groups/users": { needs: [user, group], path: "groups/sample-group/users/sample-user", properties: null },
  "users/groups": {
    needs: [user, group, { path: "groups/sample-group/users/sample-user", properties: null }],
    path: "users/sample-user/groups/sample-group",
    properties: null,
    readOnly: true,
  },
  "users/subscriptions": {
    needs: [
      user,
      {
        path: "subscriptions/sample-owned",
        properties: { displayName: "Owned", scope: "/apis", ownerId: "/users/sample-user" },
      },
    ],
    path: "users/sample-user/subscriptions/sample-owned",
    properties: null,
    readOnly: true,
  },
  "products/groups": { needs: [product, group], path: "products/sample-product/groups/sample-group", properties: null },
  backends: {
    path: "backends/sample",
    properties: {
      title: "Sample",
      url: "https://one.example",
      protocol: "http",
      credentials: {
        header: { "x-key": ["secret"] },
        authorization: { scheme: "Basic", parameter: "b3BlbjpzZXNhbWU=" },
      },
    },
    changed: { title: "Sample", url: "https://two.example", protocol: "http" },
    patch: { send: { title: "Other", description: null }, shows: { title: "Other", protocol: "http" } },
  },
  namedValues: {
    path: "namedValues/sample",
    properties: { displayName: "sample", value: "hidden", secret: true, tags: ["a"] },
    changed: { displayName: "sample", value: "hidden", secret: true, tags: ["b"] },
    patch: { send: { tags: null }, shows: { displayName: "sample", secret: true } },
  },
  certificates: {
    path: "certificates/sample",
    properties: { data: pfxFiles.rsa, password: "opensesame" },
    changed: { data: pfxFiles.ec, password: "" },
  },
  loggers: {
    path: "loggers/sample",
    properties: {
      loggerType: "azureEventHub",
      credentials: { name: "hub", endpointAddress: "one.servicebus.example" },
    },
    changed: { loggerType: "azureEventHub", credentials: { name: "hub", endpointAddress: "two.servicebus.example" } },
    patch: { send: { description: "Patched" }, shows: { description: "Patched" } },
  },
  tags: {
    path: "tags/sample",
    properties: { displayName: "Sample" },
    changed: { displayName: "Changed" },
    patch: { send: { displayName: "Patched" }, shows: { displayName: "Patched" } },
  },
  apis: {
    path: "apis/sample",
    properties: { displayName: "Sample", path: "a-sample", protocols: ["https"], serviceUrl: "https://one.example" },
    changed: { displayName: "Changed", path: "a-sample", protocols: ["https"] },
    patch: { send: { displayName: "Patched" }, shows: { displayName: "Patched", path: "a-sample" } },
  },
  "apis/revisions": { needs: [api], path: "apis/sample-api/revisions/1", properties: null, readOnly: true },
  "apis/releases": {
    needs: [api],
    path: "apis/sample-api/releases/sample",
    properties: { notes: "First" },
    changed: { notes: "Second" },
    patch: { send: { notes: "Third" }, shows: { notes: "Third" } },
  },
  "apis/operations": {
    needs: [api],
    path: "apis/sample-api/operations/sample",
    properties: { displayName: "Read", method: "GET", urlTemplate: "/items" },
    changed: { displayName: "Read all", method: "GET", urlTemplate: "/items" },
    patch: { send: { description: "All" }, shows: { description: "All", method: "GET" } },
  },
  "apis/resolvers": {
    needs: [api],
    path: "apis/sample-api/resolvers/sample",
    properties: { displayName: "User", path: "Query/user" },
    changed: { displayName: "User by id", path: "Query/user" },
    patch: { send: { description: "One" }, shows: { description: "One", path: "Query/user" } },
  },
  apiVersionSets: {
    path: "apiVersionSets/sample",
    properties: { displayName: "Sample", versioningScheme: "Segment" },
    changed: { displayName: "Changed", versioningScheme: "Segment" },
    patch: { send: { description: "Some" }, shows: { description: "Some", versioningScheme: "Segment" } },
  },
  products: {
    path: "products/sample",
    properties: { displayName: "Sample", state: "published" },
    changed: { displayName: "Changed", state: "published" },
    patch: { send: { description: "Some" }, shows: { description: "Some", displayName: "Changed" } },
  },
  "products/apis": association("products/sample-product/apis/sample-api", [api, product]),
  "apis/products": {
    needs: [api, product, { path: "products/sample-product/apis/sample-api", properties: null }],
    path: "apis/sample-api/products/sample-product",
    properties: null,
    readOnly: true,
  },
  subscriptions: {
    needs: [product],
    path: "subscriptions/sample",
    properties: { displayName: "Sample", scope: "/products/sample-product", state: "active" },
    changed: { displayName: "Changed", scope: "/products/sample-product", state: "active" },
    patch: { send: { state: "suspended" }, shows: { state: "suspended", displayName: "Changed" } },
  },
  policies: scopePolicy("", []),
  "products/policies": scopePolicy("products/sample-product/", [product]),
  "apis/policies": scopePolicy("apis/sample-api/", [api]),
  "apis/operations/policies": scopePolicy("apis/sample-api/operations/sample-operation/", [api, operation]),
  "apis/resolvers/policies": {
    needs: [api, resolver],
    path: "apis/sample-api/resolvers/sample-resolver/policies/policy",
    properties: resolverPolicy("https://one.example"),
    changed: resolverPolicy("https://two.example"),
  },
  schemas: {
    path: "schemas/sample",
    properties: { schemaType: "json", document: { type: "string" } },
    changed: { schemaType: "json", document: { type: "number" } },
  },
  "apis/schemas": {
    needs: [api],
    path: "apis/sample-api/schemas/sample",
    properties: { contentType: "application/json", document: { value: '{"type":"string"}' } },
    changed: { contentType: "application/json", document: { value: '{"type":"number"}' } },
  },
  policyFragments: {
    path: "policyFragments/sample",
    properties: { value: "<fragment><set-header name='x' exists-action='delete' /></fragment>", format: "rawxml" },
    changed: { value: "<fragment />", format: "rawxml", description: "Empty" },
  },
  gateways: {
    path: "gateways/sample",
    properties: { description: "One", locationData: { name: "Here" } },
    changed: { description: "Two", locationData: { name: "Here" } },
    patch: { send: { description: "Three" }, shows: { description: "Three", locationData: { name: "Here" } } },
  },
  "gateways/hostnameConfigurations": {
    needs: [gateway, certificate],
    path: "gateways/sample-gateway/hostnameConfigurations/sample",
    properties: { hostname: "one.example", certificateId: "/certificates/sample" },
    changed: { hostname: "two.example", certificateId: "/certificates/sample" },
  },
  "gateways/apis": association("gateways/sample-gateway/apis/sample-api", [api, gateway]),
  "apis/tags": association("apis/sample-api/tags/sample-tag", [api, tag]),
  "apis/operations/tags": association("apis/sample-api/operations/sample-operation/tags/sample-tag", [
    api,
    operation,
    tag,
  ]),
  "apis/savedRequests": {
    needs: [api, operation],
    path: "apis/sample-api/savedRequests/sample",
    properties: {
      displayName: "Read",
      operationId: "/apis/sample-api/operations/sample-operation",
      headers: [{ name: "x-a", value: "{{a}}" }],
      assertions: [{ kind: "status", equals: 200 }],
    },
    changed: { displayName: "Read all", operationId: "/apis/sample-api/operations/sample-operation" },
    patch: { send: { description: "All" }, shows: { description: "All" } },
  },
  environments: {
    path: "environments/sample",
    properties: {
      displayName: "Staging",
      variables: [
        { name: "host", value: "one.example" },
        { name: "token", value: "hidden", secret: true },
      ],
    },
    changed: { displayName: "Staging", variables: [{ name: "host", value: "two.example" }] },
    patch: { send: { displayName: "Production" }, shows: { displayName: "Production" } },
  },
  "products/tags": association("products/sample-product/tags/sample-tag", [product, tag]),
};
