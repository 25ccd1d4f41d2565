import type { JsonObject } from "@/lib/json";

/** Parameters and headers that many operations share, by the names under which they are referred to. */
export const parameters: Record<string, JsonObject> = {
  apiVersion: {
    name: "api-version",
    in: "query",
    required: true,
    description: "Any version from 2021-08-01 on.",
    schema: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}(-preview)?$", example: "2024-05-01" },
  },
  draft: {
    name: "draft",
    in: "query",
    description: "Read and write in this draft instead of the configuration.",
    schema: { type: "string" },
  },
  filter: {
    name: "$filter",
    in: "query",
    description:
      "An OData expression: eq, ne, gt, ge, lt, le, contains, startswith, endswith, substringof, and, or, not.",
    schema: { type: "string", example: "contains(displayName, 'orders')" },
  },
  orderby: { name: "$orderby", in: "query", schema: { type: "string", example: "name desc" } },
  top: { name: "$top", in: "query", description: "Items per page.", schema: { type: "integer", minimum: 1 } },
  skip: { name: "$skip", in: "query", schema: { type: "integer", minimum: 0 } },
  ifMatch: {
    name: "If-Match",
    in: "header",
    description: "The ETag of the state that is being changed; 412 when it is stale. Left out, it counts as *.",
    schema: { type: "string" },
  },
  ifNoneMatch: {
    name: "If-None-Match",
    in: "header",
    description: "In a GET, 304 when the state is still this one; * in a PUT refuses to overwrite.",
    schema: { type: "string" },
  },
};

export const refer = (kind: "parameters" | "schemas" | "responses" | "headers", name: string): JsonObject => ({
  $ref: `#/components/${kind}/${name}`,
});

export const shared = (...names: string[]): JsonObject[] => names.map((name) => refer("parameters", name));
