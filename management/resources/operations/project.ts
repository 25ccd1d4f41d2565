import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "apis/operations",
  properties: {
    displayName: properties.displayName as string,
    method: properties.method as string,
    urlTemplate: properties.urlTemplate as string,
  },
});
