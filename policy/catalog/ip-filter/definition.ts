import { definePolicy, everyScope } from "../define";
import { texts } from "../parts";

export const definition = definePolicy({
  name: "ip-filter",
  category: "authentication",
  purpose: "Allow or forbid caller addresses.",
  docs: "https://learn.microsoft.com/azure/api-management/ip-filter-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    action: {
      type: "enum",
      allowed: ["allow", "forbid"],
      default: "allow",
      expressions: true,
      form: { advanced: true },
    },
  },
  children: {
    order: "choice",
    elements: [
      texts("address"),
      {
        name: "address-range",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: {
            from: { type: "string", required: true, expressions: true },
            to: { type: "string", required: true, expressions: true },
          },
        },
      },
    ],
  },
});
