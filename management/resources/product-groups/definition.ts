import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";

/** That a group may see a product; shown as the group. */
export const productGroups = defineResource({
  kind: "productGroups",
  types: ["products/groups"],
  title: "Group of the product",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/product-group",
  id: entityId("a group", 256),
  create: z.strictObject({}),
  update: null,
  bodiless: true,
  headStatus: 204,
  readOnly: [],
  secrets: [],
  references: (_, at) => [{ to: `/groups/${at.id.slice(at.id.lastIndexOf("/") + 1)}`, target: "groupId" }],
  filterable: ["displayName", "description"],
  form: { sections: [] },
});
