import { z } from "zod";
import { defineResource } from "../define";
import { text } from "../member";
import { storedReferences } from "../policies/stored-references";

const contract = z.strictObject({
  value: z.string().min(1, "Must have at least 1 character."),
  description: text(0, 1000).optional(),
  format: z.enum(["xml", "rawxml"]).optional(),
});

export const policyFragments = defineResource({
  kind: "policyFragments",
  types: ["policyFragments"],
  title: "Policy fragment",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/policy-fragment",
  id: {
    pattern: /^\w(?:[\w-]*\w)?$/,
    minLength: 1,
    maxLength: 80,
    message: "The id of a policy fragment must have 1 to 80 letters, digits, underscores and, between them, hyphens.",
  },
  create: contract,
  update: null,
  readOnly: ["provisioningState"],
  secrets: [],
  references: storedReferences,
  filterable: ["description", "value"],
  form: { sections: [{ id: "basics", fields: ["description", "value"] }] },
});
