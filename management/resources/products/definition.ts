import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";

const contract = z.strictObject({
  displayName: text(1, 300),
  description: text(0, 1000).optional(),
  terms: z.string().optional(),
  subscriptionRequired: z.boolean().optional(),
  approvalRequired: z.boolean().optional(),
  /** null stands for no limit. */
  subscriptionsLimit: z
    .number()
    .int("Must be a whole number.")
    .min(0, "Must not be negative.")
    .max(2_147_483_647, "Must be at most 2147483647.")
    .nullable()
    .optional(),
  state: z.enum(["notPublished", "published"]).optional(),
});

export const products = defineResource({
  kind: "products",
  types: ["products"],
  title: "Product",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/product",
  id: entityId("a product", 256),
  create: contract,
  update: contract.partial(),
  readOnly: [],
  secrets: [],
  references: () => [],
  filterable: ["displayName", "description", "terms", "state"],
  form: {
    sections: [
      { id: "basics", fields: ["displayName", "description", "state"] },
      { id: "access", fields: ["subscriptionRequired", "approvalRequired", "subscriptionsLimit", "terms"] },
    ],
  },
});
