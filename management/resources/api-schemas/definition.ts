import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";

const parts = z.record(z.string(), z.json());

/** What an API's operations say that their messages are made of: one document for many of them. */
export const apiSchemas = defineResource({
  kind: "apiSchemas",
  types: ["apis/schemas"],
  title: "API schema",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/api-schema",
  id: entityId("a schema", 80),
  create: z.strictObject({
    contentType: text(1, 200).regex(
      /^[\w.+-]+\/[\w.+-]+(?:\s*;.*)?$/,
      "Must be a media type such as application/json.",
    ),
    document: z.strictObject({
      value: z.string().optional(),
      definitions: parts.optional(),
      components: parts.optional(),
    }),
  }),
  update: null,
  readOnly: ["provisioningState"],
  secrets: [],
  references: () => [],
  filterable: ["contentType"],
  form: { sections: [{ id: "basics", fields: ["contentType", "document"] }] },
});
