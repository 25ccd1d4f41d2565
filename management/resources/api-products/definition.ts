import { defineResource } from "../define";
import { entityId } from "../entity-id";

/** Read only: the products that hold an API. */
export const apiProducts = defineResource({
  kind: "apiProducts",
  types: ["apis/products"],
  title: "Product of the API",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/api-product",
  id: entityId("a product", 256),
  create: null,
  update: null,
  permanent: true,
  readOnly: [],
  secrets: [],
  references: () => [],
  filterable: ["displayName", "description", "terms", "state"],
  form: { sections: [] },
});
