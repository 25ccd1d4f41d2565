import type { JsonObject } from "@/lib/json";
import type { Present } from "../behaviour";
import { fullId } from "../full-id";

export const present: Present = async ({ document, resource, read }) => {
  const properties = resource.properties as JsonObject;
  const api = document.parentId === null ? null : await read.read(document.parentId);
  const id = String(properties.apiId);
  const revision = id.slice(id.lastIndexOf(";rev="));
  const named = { id, type: "apis", name: api === null ? id.slice("/apis/".length) : api.name + revision };
  return {
    ...resource,
    properties: {
      ...properties,
      apiId: fullId(named),
      createdDateTime: document.createdAt.toISOString(),
      updatedDateTime: document.changedAt.toISOString(),
    },
  };
};
