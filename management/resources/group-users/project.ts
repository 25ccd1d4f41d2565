import type { Project } from "../behaviour";
import { linkedIn } from "../linked";

export const project: Project = ({ document: { id, name, parentId } }) => ({
  id,
  name,
  type: "groups/users",
  properties: { groupId: parentId ?? "", userId: linkedIn("users", id) },
});
