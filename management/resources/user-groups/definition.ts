import { defineResource } from "../define";
import { entityId } from "../entity-id";

/** Read only: the groups that a user is in. */
export const userGroups = defineResource({
  kind: "userGroups",
  types: ["users/groups"],
  title: "Group of the user",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/user-group",
  id: entityId("a group", 256),
  create: null,
  update: null,
  permanent: true,
  readOnly: [],
  secrets: [],
  references: () => [],
  filterable: ["displayName", "description"],
  form: { sections: [] },
});
