import type { Json, JsonObject } from "@/lib/json";
import { methodsOf } from "../arm/answer-document";
import type { Behaviour } from "../resources/behaviour";
import type { ResourceDefinition } from "../resources/define";
import { findType, type ResourceType } from "../resources/find";
import { refer, shared } from "./parameters";
import { schemaName, singular } from "./schemas";

type Paths = Record<string, JsonObject>;

/** The paths of every place where a kind lives: its collection, its documents, its actions. */
export function resourcePaths(definition: ResourceDefinition): Paths {
  const paths: Paths = {};
  for (const type of definition.types) {
    const found = findType(type);
    if (found !== undefined) Object.assign(paths, pathsOf(found));
  }
  return paths;
}

function pathsOf(resource: ResourceType): Paths {
  const { type, definition, behaviour } = resource;
  if (type === "service")
    return { "/": { ...documentItem(resource, []) }, ...actionItems(behaviour, resource, "", []) };
  const collections = type.split("/");
  const names = collections.map(idName);
  const above = collections
    .slice(0, -1)
    .map((collection, index) => `/${collection}/{${names[index]}}`)
    .join("");
  const collection = `${above}/${collections.at(-1)}`;
  const document = `${collection}/{${names.at(-1)}}`;
  const title = definition.title;
  return {
    [collection]: {
      parameters: [...idParameters(names.slice(0, -1)), ...shared("apiVersion", "draft")],
      get: operation(resource, "list", `List: ${title}`, {
        parameters: shared("filter", "orderby", "top", "skip"),
        responses: { 200: answer("A page of them.", refer("schemas", `${schemaName(definition)}List`)) },
      }),
    },
    [document]: documentItem(resource, names),
    ...actionItems(behaviour, resource, document, names),
  };
}

function documentItem(resource: ResourceType, names: readonly string[]): JsonObject {
  const { definition } = resource;
  const { title, create, update } = definition;
  const name = schemaName(definition);
  const ok = (text: string) => answer(text, refer("schemas", name), true);
  const item: JsonObject = { parameters: [...idParameters(names), ...shared("apiVersion", "draft")] };
  const has = new Set(methodsOf(definition));
  item.get = operation(resource, "get", `Read: ${title}`, {
    parameters: shared("ifNoneMatch"),
    responses: { 200: ok("The resource."), 304: { description: "It still has the state that If-None-Match names." } },
  });
  item.head = operation(resource, "head", `Probe: ${title}`, {
    responses: {
      [definition.headStatus ?? 200]: { description: "It exists.", headers: { ETag: refer("headers", "ETag") } },
    },
  });
  if (has.has("PUT") && create !== null) {
    item.put = operation(resource, "put", `Create or replace: ${title}`, {
      parameters: shared("ifMatch", "ifNoneMatch"),
      ...(definition.bodiless ? {} : { requestBody: content(refer("schemas", `${name}Create`)) }),
      responses: { 200: ok("Replaced."), 201: ok("Created.") },
    });
  }
  if (has.has("PATCH") && update !== null) {
    item.patch = operation(resource, "patch", `Change: ${title}`, {
      parameters: shared("ifMatch"),
      requestBody: content(refer("schemas", `${name}Update`)),
      responses: { 200: ok("Changed.") },
    });
  }
  if (has.has("DELETE")) {
    item.delete = operation(resource, "delete", `Delete: ${title}`, {
      parameters: shared("ifMatch"),
      responses: { 200: { description: "Deleted." }, 204: { description: "It did not exist." } },
    });
  }
  return item;
}

function actionItems(behaviour: Behaviour, resource: ResourceType, document: string, names: readonly string[]): Paths {
  const paths: Paths = {};
  for (const action of behaviour.actions ?? []) {
    if (action.types !== undefined && !action.types.includes(resource.type)) continue;
    const method = (action.method ?? "POST").toLowerCase();
    const path = `${document}/${action.name}`;
    paths[path] = {
      parameters: [...idParameters(names), ...shared("apiVersion", "draft")],
      ...paths[path],
      [method]: operation(resource, `${method}-${action.name}`, action.summary, {
        "x-gatehouse-role": action.role,
        ...(method === "post" ? { requestBody: { ...content({}), required: false } } : {}),
        responses: { "2XX": { description: "Done." } },
      }),
    };
  }
  return paths;
}

const idName = (collection: string): string => `${singular(collection)}Id`;

const idParameters = (names: readonly string[]): Json[] =>
  names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));

const content = (schema: JsonObject): JsonObject => ({ required: true, content: { "application/json": { schema } } });

const answer = (description: string, schema: JsonObject, etag = false): JsonObject => ({
  description,
  ...(etag ? { headers: { ETag: refer("headers", "ETag") } } : {}),
  content: { "application/json": { schema } },
});

function operation(resource: ResourceType, verb: string, summary: string, rest: JsonObject): JsonObject {
  return {
    operationId: `${resource.type.replaceAll("/", "-")}-${verb}`,
    tags: [resource.definition.kind],
    summary,
    ...rest,
    responses: { ...(rest.responses as JsonObject), default: refer("responses", "Error") },
  };
}
