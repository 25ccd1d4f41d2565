import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "policyFragments",
  properties: { value: String(properties.value) },
});
