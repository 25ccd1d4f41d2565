import type { Project } from "../behaviour";

export const project: Project = ({ document, properties }) => ({
  id: document.id,
  name: document.name,
  type: "namedValues",
  properties: {
    displayName: String(properties.displayName),
    secret: properties.secret === true,
    value: typeof properties.value === "string" ? properties.value : null,
  },
});
