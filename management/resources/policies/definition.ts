import { z } from "zod";
import { defineResource } from "../define";
import { storedReferences } from "./stored-references";

export const policies = defineResource({
  kind: "policies",
  types: ["policies", "products/policies", "apis/policies", "apis/operations/policies", "apis/resolvers/policies"],
  title: "Policy",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/policy",
  id: {
    pattern: /^policy$/i,
    minLength: 6,
    maxLength: 6,
    message: "A scope has one policy document, and its id is 'policy'.",
  },
  create: z.strictObject({
    value: z.string().min(1, "Must have at least 1 character."),
    format: z.enum(["xml", "rawxml", "xml-link", "rawxml-link"]).optional(),
  }),
  update: null,
  readOnly: [],
  secrets: [],
  references: storedReferences,
  filterable: [],
  form: { sections: [{ id: "basics", fields: ["value"] }] },
});
