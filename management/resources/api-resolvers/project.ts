import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "apis/resolvers",
  properties: { path: String(properties.path) },
});
