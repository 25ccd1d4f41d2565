import { definePolicy } from "../define";

export const definition = definePolicy({
  name: "quota",
  category: "rate-limiting",
  purpose: "Cap calls and/or bandwidth of one subscription over a long fixed period.",
  docs: "https://learn.microsoft.com/azure/api-management/quota-policy",
  role: "step",
  sections: ["inbound"],
  scopes: ["product"],
  once: "document",
  attributes: {
    calls: { type: "int32", expressions: false },
    bandwidth: { type: "int64", expressions: false },
    "renewal-period": { type: "nonNegativeInteger", required: true, expressions: false, form: { control: "seconds" } },
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
            calls: { type: "int32", expressions: false },
            bandwidth: { type: "int64", expressions: false },
            id: { type: "string", expressions: false },
            name: { type: "string", expressions: false },
            "renewal-period": {
              type: "nonNegativeInteger",
              expressions: false,
              form: { control: "seconds", advanced: true },
            },
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
                    calls: { type: "int32", expressions: false },
                    bandwidth: { type: "int64", expressions: false },
                    id: { type: "string", expressions: false },
                    name: { type: "string", expressions: false },
                    "renewal-period": {
                      type: "nonNegativeInteger",
                      expressions: false,
                      form: { control: "seconds", advanced: true },
                    },
                  },
                  constraints: [{ kind: "at-least-one", attributes: ["id", "name"] }],
                },
              },
            ],
          },
          constraints: [{ kind: "at-least-one", attributes: ["id", "name"] }],
        },
      },
    ],
  },
  constraints: [{ kind: "at-least-one", attributes: ["calls", "bandwidth"] }],
});
