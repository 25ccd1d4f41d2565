import type { Project } from "../behaviour";
import { textOf } from "./rules";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "schemas",
  properties: { contentType: properties.schemaType as string, text: textOf(properties) },
});
