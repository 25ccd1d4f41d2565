import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";

/** A schema that belongs to no API: policies name it by its id. */
export const schemas = defineResource({
  kind: "schemas",
  types: ["schemas"],
  title: "Schema",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/global-schema",
  id: entityId("a schema", 80),
  create: z.strictObject({
    schemaType: z.enum(["xml", "json"]),
    description: text(0, 1000).optional(),
    value: z.json().optional(),
    document: z.record(z.string(), z.json()).optional(),
  }),
  update: null,
  readOnly: ["provisioningState"],
  secrets: [],
  references: () => [],
  filterable: ["description", "schemaType"],
  form: { sections: [{ id: "basics", fields: ["schemaType", "description", "value", "document"] }] },
});
