import type { JsonObject } from "@/lib/json";
import type { Present } from "../behaviour";
import { armType, fullId } from "../full-id";

/** As in Azure, the tag itself. */
export const present: Present = async ({ document, resource, read }) => {
  const id = `/tags/${document.id.slice(document.id.lastIndexOf("/") + 1)}`;
  const tag = await read.read(id);
  const { name } = tag ?? document;
  const properties: JsonObject = tag?.properties ?? {};
  return { ...resource, id: fullId({ id, type: "tags", name }), type: armType("tags"), name, properties };
};
