import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { keyVaultReference, listOf, text } from "../member";

const update = z.strictObject({
  displayName: text(1, 256)
    .regex(/^[A-Za-z0-9\-._]+$/, "May contain only letters, digits, period, dash and underscore.")
    .optional(),
  value: z
    .string()
    .max(4096, "Must have at most 4096 characters.")
    .regex(/\S/, "Must not be empty or consist only of white space.")
    .optional(),
  secret: z.boolean().optional(),
  tags: listOf(text(1, 256), 32).optional(),
  keyVault: keyVaultReference.optional(),
});

/** A text that policies and backends refer to as {{display name}}; secret ones are never shown but by listValue. */
export const namedValues = defineResource({
  kind: "namedValues",
  types: ["namedValues"],
  title: "Named value",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/named-value",
  id: entityId("a named value", 256),
  create: update.required({ displayName: true }),
  update,
  readOnly: ["keyVault.lastStatus", "provisioningState"],
  secrets: [{ path: "value", when: ({ secret }) => secret === true, shown: "omitted", keptWhenAbsent: true }],
  references: () => [],
  filterable: ["displayName", "value", "secret", "tags", "keyVault.secretIdentifier"],
  form: { sections: [{ id: "basics", fields: ["displayName", "secret", "value", "tags", "keyVault"] }] },
});
