import type { Json, JsonObject } from "@/lib/json";
import { missingBody, validationError } from "../refusals";
import type { ResourceDefinition } from "../resources/define";
import { hostileShape, isObject, mergePatch, withoutNulls, withoutPaths } from "./json-shape";
import { problemsOf } from "./problems";

/** Members of every ARM resource that say which one it is; a client may send back what it read. */
const envelope = new Set([
  "id",
  "name",
  "type",
  "etag",
  "eTag",
  "systemData",
  // A GET of an API's policy has them too, for Azure's JavaScript client.
  "properties.value",
  "properties.format",
]);

/** What a PUT says the properties are: checked, without nulls and without what only the server writes. */
export function acceptPut(definition: ResourceDefinition, body: Json | undefined): JsonObject {
  if (definition.create === null) throw new Error(`${definition.kind} has no PUT.`);
  if (body === undefined && definition.bodiless) return {};
  return checked(definition, definition.create, propertiesOf(definition, body));
}

/** What a PATCH leaves of the stored properties, in which secrets are masked. */
export function acceptPatch(definition: ResourceDefinition, body: Json | undefined, stored: JsonObject): JsonObject {
  if (definition.create === null || definition.update === null) throw new Error(`${definition.kind} has no PATCH.`);
  const patch = withoutPaths(propertiesOf(definition, body), definition.readOnly) as JsonObject;
  checked(definition, definition.update, patch);
  const merged = mergePatch(withoutPaths(stored, definition.readOnly), patch);
  return checked(definition, definition.create, merged as JsonObject);
}

function propertiesOf(definition: ResourceDefinition, body: Json | undefined): JsonObject {
  if (body === undefined) throw missingBody();
  if (!isObject(body)) throw validationError([{ target: "body", message: "Must be a JSON object." }]);
  const hostile = hostileShape(body);
  if (hostile !== null) throw validationError([hostile]);
  const beside = definition.beside ?? [];
  const properties = body.properties ?? {};
  if (!isObject(properties)) throw validationError([{ target: "properties", message: "Must be an object." }]);
  const strangers = [
    ...Object.keys(body).filter((key) => key !== "properties" && !envelope.has(key) && !beside.includes(key)),
    ...Object.keys(properties).filter((key) => beside.includes(key)),
  ];
  if (strangers.length > 0) throw validationError(strangers.map((key) => stranger(key, beside)));
  const outside = Object.entries(body).filter(([key]) => beside.includes(key));
  return { ...properties, ...Object.fromEntries(outside) };
}

const stranger = (key: string, beside: readonly string[]) => ({
  target: key,
  message: beside.includes(key)
    ? `'${key}' stands beside 'properties', not in it.`
    : `There is no member '${key}' beside 'properties'.`,
});

function checked(
  definition: ResourceDefinition,
  schema: NonNullable<ResourceDefinition["create"]>,
  properties: JsonObject,
): JsonObject {
  const parsed = schema.safeParse(withoutNulls(withoutPaths(properties, definition.readOnly), schema));
  if (parsed.success) return parsed.data as JsonObject;
  throw validationError(problemsOf(parsed.error));
}
