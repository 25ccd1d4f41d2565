import type { JsonObject } from "@/lib/json";
import { badRequest } from "../../refusals";
import type { Present, Reader, Resource } from "../behaviour";
import { fullId } from "../full-id";

/** With full ids; the version set itself comes along, in a list only where expandApiVersionSet asks for it. */
export const present: Present = async ({ resource, query, read, verb }) => {
  if (query.get("export")?.toLowerCase() === "true") {
    throw badRequest("NotSupported", "export", "Export of an API's description is not supported by this version.");
  }
  const properties = { ...(resource.properties as JsonObject) };
  const brief = verb === "list" && query.get("expandApiVersionSet")?.toLowerCase() !== "true";
  return presentApi(resource, properties, brief ? null : read);
};

/** `read` null leaves the version set out. */
export async function presentApi(resource: Resource, properties: JsonObject, read: Reader | null): Promise<Resource> {
  const shown: JsonObject = { ...properties, isOnline: true };
  if (typeof properties.apiVersionSetId !== "string") return { ...resource, properties: shown };
  const set = read === null ? null : await read.read(properties.apiVersionSetId);
  const named = {
    id: properties.apiVersionSetId,
    type: "apiVersionSets",
    name: properties.apiVersionSetId.slice("/apiversionsets/".length),
  };
  shown.apiVersionSetId = fullId(set ?? named);
  if (set !== null) {
    const { displayName, ...rest } = set.properties;
    shown.apiVersionSet = { id: fullId(set), name: displayName ?? set.name, ...rest };
  }
  return { ...resource, properties: shown };
}
