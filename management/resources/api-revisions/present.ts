import type { JsonObject } from "@/lib/json";
import { splitRevision } from "../apis/revision-id";
import type { Present, Reader } from "../behaviour";
import { fullId } from "../full-id";

/** A revision has no name and no type of its own in ARM; they do no harm and keep the list regular. */
export const present: Present = async ({ document, resource, read }) => {
  const { properties } = document;
  const revision = String(properties.apiRevision);
  const current = properties.isCurrent === true;
  const name = `${splitRevision(document.name).api};rev=${revision}`;
  const { id, type } = resource;
  return {
    id,
    type,
    name: revision,
    apiId: fullId({ id: `/apis/${name}`, type: "apis", name }),
    apiRevision: revision,
    createdDateTime: document.createdAt.toISOString(),
    updatedDateTime: document.changedAt.toISOString(),
    ...(properties.apiRevisionDescription === undefined ? {} : { description: properties.apiRevisionDescription }),
    privateUrl: (await address(properties, read)) + (current ? "" : `;rev=${revision}`),
    isOnline: true,
    isCurrent: current,
  };
};

async function address(properties: JsonObject, read: Reader): Promise<string> {
  const setId = properties.apiVersionSetId;
  const set = typeof setId === "string" ? await read.read(setId) : null;
  const version = set?.properties.versioningScheme === "Segment" ? properties.apiVersion : undefined;
  return `/${[properties.path, version].filter((part) => part !== undefined && part !== "").join("/")}`;
}
