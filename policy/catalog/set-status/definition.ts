import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "set-status",
  category: "transformation",
  purpose: "Set the status of the response.",
  docs: "https://learn.microsoft.com/azure/api-management/set-status-policy",
  role: "step",
  sections: ["backend", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    code: {
      type: "positiveInteger",
      min: 100,
      max: 999,
      required: true,
      expressions: true,
      form: { control: "status-code" },
    },
    reason: { type: "string", required: true, expressions: true },
  },
});
