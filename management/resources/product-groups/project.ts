import type { Project } from "../behaviour";
import { linkedIn } from "../linked";

export const project: Project = ({ document: { id, name, parentId } }) => ({
  id,
  name,
  type: "products/groups",
  properties: { productId: parentId ?? "", groupId: linkedIn("groups", id) },
});
