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
      // An interim status would leave the client waiting for the final one.
      min: 200,
      max: 999,
      required: true,
      expressions: true,
      form: { control: "status-code" },
    },
    // The page calls it required, the schema does not, and many published policies go without.
    reason: { type: "string", expressions: true },
  },
});
