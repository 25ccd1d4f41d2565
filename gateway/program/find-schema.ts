import type { SchemaDocument } from "@/contract/documents";
import type { SchemaResource } from "@/policy/host/resources";
import { baseIdOf } from "./entries";
import type { DocumentMap, Program } from "./program";

const made = new WeakMap<SchemaDocument, SchemaResource>();

/** By name, or by an id that ends in it: of the API's revision, of the API, or of the whole service. */
export function findSchema(documents: DocumentMap, apiId: string | null, given: string): SchemaResource | null {
  const name = given.slice(given.lastIndexOf("/") + 1).toLowerCase();
  if (name === "") return null;
  for (const owner of apiId === null ? [""] : [apiId, baseIdOf(apiId), ""]) {
    const found = resourceAt(documents, `${owner}/schemas/${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** The API's first one of that content type. */
export function findSchemaOfType({ documents, index }: Program, apiId: string, wanted: string): SchemaResource | null {
  for (const id of index.schemasOfApi.get(apiId) ?? index.schemasOfApi.get(baseIdOf(apiId)) ?? []) {
    const found = resourceAt(documents, id);
    if (found !== null && found.contentType.split(";", 1)[0]?.trim().toLowerCase() === wanted) return found;
  }
  return null;
}

function resourceAt(documents: DocumentMap, id: string): SchemaResource | null {
  const document = documents.get(id);
  if (document?.type !== "apis/schemas" && document?.type !== "schemas") return null;
  const { properties } = document;
  const resource = made.get(properties) ?? { id: document.id, ...properties };
  made.set(properties, resource);
  return resource;
}
