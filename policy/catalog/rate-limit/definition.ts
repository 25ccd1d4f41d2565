import { definePolicy } from "../define";

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
    calls: { type: "int32", min: 1, required: true, expressions: false },
    "renewal-period": {
      type: "int32",
      min: 1,
      max: 300,
      required: true,
      expressions: false,
      form: { control: "seconds" },
    },
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
          attributes: {
            calls: { type: "int32", min: 1, required: true, expressions: false },
            "renewal-period": {
              type: "int32",
              min: 1,
              max: 300,
              required: true,
              expressions: false,
              form: { control: "seconds" },
            },
            "retry-after-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
            "retry-after-variable-name": { type: "string", expressions: true, form: { control: "variable" } },
            "remaining-calls-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
            "remaining-calls-variable-name": { type: "string", expressions: true, form: { control: "variable" } },
            "total-calls-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
            id: { type: "string", expressions: false },
            name: { type: "string", expressions: false },
          },
          children: {
            order: "sequence",
            elements: [
              {
                name: "operation",
                min: 0,
                max: "unbounded",
                grammar: {
                  attributes: {
                    calls: { type: "int32", min: 1, required: true, expressions: false },
                    "renewal-period": {
                      type: "int32",
                      min: 1,
                      max: 300,
                      required: true,
                      expressions: false,
                      form: { control: "seconds" },
                    },
                    "retry-after-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
                    "retry-after-variable-name": { type: "string", expressions: true, form: { control: "variable" } },
                    "remaining-calls-header-name": {
                      type: "string",
                      expressions: true,
                      form: { control: "header-name" },
                    },
                    "remaining-calls-variable-name": {
                      type: "string",
                      expressions: true,
                      form: { control: "variable" },
                    },
                    "total-calls-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
                    id: { type: "string", expressions: false },
                    name: { type: "string", expressions: false },
                  },
                  constraints: [{ kind: "at-least-one", attributes: ["id", "name"] }],
                },
              },
            ],
          },
          constraints: [{ kind: "at-least-one", attributes: ["id", "name"] }],
        },
      },
      {
        name: "operation",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: {
            calls: { type: "int32", min: 1, expressions: false },
            "renewal-period": { type: "int32", min: 1, max: 300, expressions: false, form: { control: "seconds" } },
            "retry-after-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
            "retry-after-variable-name": { type: "string", expressions: true, form: { control: "variable" } },
            "remaining-calls-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
            "remaining-calls-variable-name": { type: "string", expressions: true, form: { control: "variable" } },
            "total-calls-header-name": { type: "string", expressions: true, form: { control: "header-name" } },
            id: { type: "string", expressions: true },
            name: { type: "string", expressions: true },
          },
          constraints: [{ kind: "at-least-one", attributes: ["id", "name"] }],
        },
      },
    ],
  },
});
