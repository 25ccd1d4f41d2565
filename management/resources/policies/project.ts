import type { Project } from "../behaviour";
import { policyOwner } from "./scope";

/** The gateway knows policies of every scope by one type. */
export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "policies",
  properties: { ownerId: policyOwner(id), value: String(properties.value) },
});
