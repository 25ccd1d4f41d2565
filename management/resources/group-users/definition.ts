import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { users } from "../users/definition";

/** That somebody is in a group; shown as the user. */
export const groupUsers = defineResource({
  kind: "groupUsers",
  types: ["groups/users"],
  title: "User of the group",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/group-user",
  id: entityId("a user", 80),
  create: z.strictObject({}),
  update: null,
  bodiless: true,
  headStatus: 204,
  readOnly: [],
  secrets: users.secrets,
  references: (_, at) => [{ to: `/users/${at.id.slice(at.id.lastIndexOf("/") + 1)}`, target: "userId" }],
  filterable: ["firstName", "lastName", "email", "state", "note"],
  form: { sections: [] },
});
