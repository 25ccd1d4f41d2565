import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "groups",
  properties: { displayName: String(properties.displayName) },
});
