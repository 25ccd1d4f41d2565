import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";

/** That an API, an operation or a product bears a tag; shown as the tag itself. */
export const tagAssociations = defineResource({
  kind: "tagAssociations",
  types: ["apis/tags", "apis/operations/tags", "products/tags"],
  title: "Tag",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/tag",
  id: entityId("a tag", 80),
  create: z.strictObject({}),
  update: null,
  bodiless: true,
  readOnly: [],
  secrets: [],
  references: (_, at) => [{ to: `/tags/${at.id.slice(at.id.lastIndexOf("/") + 1)}`, target: "tagId" }],
  filterable: ["displayName"],
  form: { sections: [] },
});
