import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "products",
  properties: {
    displayName: properties.displayName as string,
    subscriptionRequired: properties.subscriptionRequired as boolean,
    approvalRequired: properties.approvalRequired === true,
    published: properties.state === "published",
  },
});
