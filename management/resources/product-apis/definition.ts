import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";

/** That a product holds an API; shown as the API itself. */
export const productApis = defineResource({
  kind: "productApis",
  types: ["products/apis"],
  title: "API of the product",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/product-api",
  id: entityId("an API", 256),
  create: z.strictObject({}),
  update: null,
  bodiless: true,
  headStatus: 204,
  readOnly: [],
  secrets: [],
  references: (_, at) => [{ to: `/apis/${at.id.slice(at.id.lastIndexOf("/") + 1)}`, target: "apiId" }],
  filterable: ["displayName", "description", "serviceUrl", "path"],
  form: { sections: [] },
});
