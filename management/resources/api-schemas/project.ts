import type { JsonObject } from "@/lib/json";
import type { Project } from "../behaviour";
import { textOf } from "./rules";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "apis/schemas",
  properties: { contentType: properties.contentType as string, text: textOf(properties.document as JsonObject) },
});
