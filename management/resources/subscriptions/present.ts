import type { JsonObject } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import type { Present } from "../behaviour";
import { scopedDocument } from "./definition";
import { fullScope } from "./scope";

export const present: Present = async ({ document, resource, read }) => {
  const { ownerId, ...properties } = resource.properties as JsonObject;
  const scope = String(properties.scope);
  const scoped = scopedDocument(scope);
  const name = scoped === null ? null : ((await read.read(scoped))?.name ?? scope.slice(scope.lastIndexOf("/") + 1));
  return {
    ...resource,
    properties: {
      ...(ownerId === undefined ? {} : { ownerId: `${serviceId}${ownerId}` }),
      ...properties,
      scope: fullScope(scope, name),
      createdDate: document.createdAt.toISOString(),
    },
  };
};
