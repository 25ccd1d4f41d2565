import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";

const update = z.strictObject({
  displayName: text(1, 300).optional(),
  description: text(0, 1000).optional(),
  type: z.enum(["custom", "system", "external"]).optional(),
  externalId: text(0, 1000).nullable().optional(),
});

/** People who may see the same products; policies ask who is in which. */
export const groups = defineResource({
  kind: "groups",
  types: ["groups"],
  title: "Group",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/group",
  id: entityId("a group", 256),
  create: update.extend({ displayName: text(1, 300) }),
  update,
  readOnly: ["builtIn"],
  secrets: [],
  references: () => [],
  filterable: ["displayName", "description", "externalId", "type"],
  form: {
    sections: [
      { id: "basics", fields: ["displayName", "description"] },
      { id: "source", fields: ["type", "externalId"] },
    ],
  },
});
