import { definePolicy } from "../define";

const calls = { type: "int32", min: 1, expressions: false } as const;
const period = { type: "int32", min: 1, max: 300, expressions: false, form: { control: "seconds" } } as const;

/** Where the limit of an API or an operation inside the product is told. */
const told = {
  "retry-after-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
  "retry-after-variable-name": { type: "string", expressions: true, form: { control: "variable" } },
  "remaining-calls-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
  "remaining-calls-variable-name": { type: "string", expressions: true, form: { control: "variable" } },
  "total-calls-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
  id: { type: "string", expressions: false },
  name: { type: "string", expressions: false },
} as const;
const named = [{ kind: "at-least-one", attributes: ["id", "name"] }] as const;
const limited = {
  calls: { ...calls, required: true },
  "renewal-period": { ...period, required: true },
  ...told,
} as const;

export const definition = definePolicy({
  name: "rate-limit",
  category: "rate-limiting",
  purpose: "Cap the call rate of one subscription.",
  docs: "https://learn.microsoft.com/azure/api-management/rate-limit-policy",
  role: "step",
  sections: ["inbound"],
  scopes: ["product", "api", "operation"],
  once: "document",
  attributes: {
    calls: { ...calls, required: true },
    "renewal-period": { ...period, required: true },
    "retry-after-header-name": {
      type: "string",
      default: "Retry-After",
      expressions: false,
      form: { control: "header-name" },
    },
    "retry-after-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "remaining-calls-header-name": { type: "string", expressions: false, form: { control: "header-name" } },
    "remaining-calls-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "total-calls-header-name": { type: "string", expressions: false, form: { control: "header-name" } },
  },
  children: {
    order: "sequence",
    elements: [
      {
        name: "api",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: limited,
          children: {
            order: "sequence",
            elements: [
              { name: "operation", min: 0, max: "unbounded", grammar: { attributes: limited, constraints: named } },
            ],
          },
          constraints: named,
        },
      },
      {
        name: "operation",
        min: 0,
        max: "unbounded",
        grammar: { attributes: { calls, "renewal-period": period, ...told }, constraints: named },
      },
    ],
  },
});
