import type { Json, JsonObject } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import type { Endpoint } from "../endpoints/define";
import { endpoints } from "../endpoints/definitions";
import type { ResourceDefinition } from "../resources/define";
import { definitions } from "../resources/definitions";
import { parameters, refer, shared } from "./parameters";
import { resourcePaths } from "./resource-paths";
import { schemasOf } from "./schemas";

let described: JsonObject | undefined;

/** The OpenAPI 3.1 description of the management API, made from the definitions; nothing in it is written twice. */
export function describeManagement(origin: string): JsonObject {
  described ??= describe();
  return { ...described, servers: [{ url: origin + serviceId }] };
}

function describe(): JsonObject {
  const kinds: readonly ResourceDefinition[] = definitions;
  return {
    openapi: "3.1.0",
    info: {
      title: "Gatehouse management API",
      version: "2024-05-01",
      description: "Compatible with the REST API of Azure API Management, and what Gatehouse adds to it.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    security: [{ token: [] }],
    tags: kinds.map(({ kind, title, docs }) => ({ name: kind, description: title, externalDocs: { url: docs } })),
    paths: Object.assign({}, ...kinds.map(resourcePaths), endpointPaths()),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A management token." } },
      parameters,
      headers: {
        ETag: { description: "The state of the resource; send it back as If-Match.", schema: { type: "string" } },
      },
      responses: {
        Error: {
          description: "A refusal: what, where and why.",
          content: { "application/json": { schema: refer("schemas", "Error") } },
        },
      },
      schemas: Object.assign({ Error: errorSchema }, ...kinds.map(schemasOf)),
    },
  };
}

const detail: JsonObject = {
  type: "object",
  properties: {
    code: { type: "string" },
    target: { type: ["string", "null"] },
    message: { type: "string" },
  },
};

const errorSchema: JsonObject = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        details: { type: ["array", "null"], items: detail },
      },
    },
  },
};

function endpointPaths(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const endpoint of endpoints) {
    const path = `/${endpoint.path}`;
    const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name as string);
    paths[path] ??= { parameters: [...names.map(pathParameter), ...shared("apiVersion")] };
    paths[path][endpoint.method.toLowerCase()] = endpointOperation(endpoint);
  }
  return paths;
}

const pathParameter = (name: string): Json => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string" },
  ...(name === "document" ? { description: "The path of any document, such as backends/orders." } : {}),
});

const endpointOperation = ({ method, path, summary, role }: Endpoint): JsonObject => ({
  operationId: `${method.toLowerCase()}-${path.replaceAll(/[{}]/g, "").replaceAll("/", "-")}`,
  tags: ["gatehouse"],
  summary,
  "x-gatehouse-role": role,
  ...(method === "GET" || method === "DELETE"
    ? {}
    : { requestBody: { content: { "application/json": { schema: {} } } } }),
  responses: { "2XX": { description: "Done." }, default: refer("responses", "Error") },
});
