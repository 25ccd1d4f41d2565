import { z } from "zod";
import type { Json, JsonObject } from "@/lib/json";
import type { ResourceDefinition } from "../resources/define";
import { refer } from "./parameters";

/** "NamedValue" of the kind namedValues. */
export const schemaName = ({ kind }: ResourceDefinition): string =>
  kind.charAt(0).toUpperCase() + singular(kind).slice(1);

export function singular(collection: string): string {
  if (collection.endsWith("ies")) return `${collection.slice(0, -3)}y`;
  return collection.endsWith("s") ? collection.slice(0, -1) : collection;
}

/** What a kind's PUT, PATCH and GET carry: NamedValueCreate, NamedValueUpdate, NamedValue. */
export function schemasOf(definition: ResourceDefinition): Record<string, JsonObject> {
  const name = schemaName(definition);
  const schemas: Record<string, JsonObject> = {};
  const { create, update } = definition;
  if (create !== null) schemas[`${name}Create`] = bodySchema(definition, create);
  if (update !== null) schemas[`${name}Update`] = bodySchema(definition, update);
  const members = create === null ? {} : (jsonSchema(create).properties as JsonObject);
  const shown = { ...members, ...readOnlyMembers(definition) };
  for (const { path, shown: how } of definition.secrets) if (how === "omitted") delete shown[path];
  const { inside, outside } = split(definition, shown);
  schemas[name] = {
    type: "object",
    description: `${definition.title}. See ${definition.docs}`,
    properties: {
      id: { type: "string", readOnly: true },
      type: { type: "string", readOnly: true },
      name: { type: "string", readOnly: true },
      ...outside,
      properties: { type: "object", properties: inside },
    },
  };
  schemas[`${name}List`] = {
    type: "object",
    required: ["value", "count"],
    properties: {
      value: { type: "array", items: refer("schemas", name) },
      count: { type: "integer", description: "How many there are on all pages." },
      nextLink: { type: "string", format: "uri", description: "Where the next page is; left out on the last." },
    },
  };
  return schemas;
}

function bodySchema(definition: ResourceDefinition, schema: z.ZodObject): JsonObject {
  const whole = jsonSchema(schema);
  const { inside, outside } = split(definition, (whole.properties ?? {}) as JsonObject);
  const required = (Array.isArray(whole.required) ? whole.required : []) as string[];
  const beside = definition.beside ?? [];
  const requiredInside = required.filter((member) => !beside.includes(member));
  const requiredOutside = required.filter((member) => beside.includes(member));
  return {
    type: "object",
    ...(requiredOutside.length > 0 ? { required: requiredOutside } : {}),
    properties: {
      ...outside,
      properties: {
        type: "object",
        additionalProperties: false,
        ...(requiredInside.length > 0 ? { required: requiredInside } : {}),
        properties: inside,
      },
    },
  };
}

function split({ beside = [] }: ResourceDefinition, members: JsonObject): { inside: JsonObject; outside: JsonObject } {
  const entries = Object.entries(members);
  return {
    inside: Object.fromEntries(entries.filter(([member]) => !beside.includes(member))),
    outside: Object.fromEntries(entries.filter(([member]) => beside.includes(member))),
  };
}

const readOnlyMembers = ({ readOnly }: ResourceDefinition): JsonObject =>
  Object.fromEntries(readOnly.filter((path) => !path.includes(".")).map((path) => [path, { readOnly: true }]));

/** zod's own description, without what only a document of its own would say. */
export function jsonSchema(schema: z.ZodType): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest as Record<string, Json>;
}
