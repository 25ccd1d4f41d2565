import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { listOf, text } from "../member";

const contract = z.strictObject({
  displayName: text(1, 160),
  variables: listOf(
    z.strictObject({
      name: text(1, 256).regex(/^[\w.-]+$/, "May contain only letters, digits, period, dash and underscore."),
      value: z.string().max(4096, "Must have at most 4096 characters."),
      secret: z.boolean().optional(),
    }),
    500,
  ).optional(),
});

/** Values that saved requests and tests are filled in with, as {{name}}. */
export const environments = defineResource({
  kind: "environments",
  types: ["environments"],
  title: "Environment",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-howto-api-inspector",
  id: entityId("an environment", 80),
  create: contract,
  update: contract.partial(),
  readOnly: [],
  secrets: [
    {
      path: "variables.*.value",
      when: ({ variables }, path) => Array.isArray(variables) && isSecret(variables[Number(path?.[1])]),
      shown: "masked",
      keptWhenAbsent: false,
    },
  ],
  keyedLists: { variables: "name" },
  references: () => [],
  filterable: ["displayName"],
  form: { sections: [{ id: "basics", fields: ["displayName", "variables"] }] },
});

const isSecret = (variable: unknown): boolean =>
  typeof variable === "object" && variable !== null && (variable as { secret?: unknown }).secret === true;
