import { definePolicy, everyScope } from "../define";
import { text } from "../parts";

export const definition = definePolicy({
  name: "graphql-data-source",
  category: "graphql",
  purpose: "Resolve a GraphQL field with a GraphQL call.",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-policies",
  role: "step",
  lifecycle: "undocumented",
  sections: ["resolver"],
  scopes: everyScope,
  attributes: {},
  children: {
    order: "sequence",
    elements: [
      {
        name: "request",
        min: 1,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              { name: "authentication-basic", min: 0, max: 1, grammar: "policy" },
              { name: "authentication-certificate", min: 0, max: 1, grammar: "policy" },
              { name: "authentication-managed-identity", min: 0, max: 1, grammar: "policy" },
              { name: "get-authorization-context", min: 0, max: 1, grammar: "policy" },
              { name: "set-backend-service", min: 0, max: 1, grammar: "policy" },
              { name: "set-url", min: 0, max: 1, grammar: "policy" },
              { name: "set-header", min: 0, max: 1, grammar: "policy" },
              { name: "include-fragment", min: 0, max: "unbounded", grammar: "policy" },
              text("document", 1),
              text("operationName", 0),
              {
                name: "variables",
                min: 0,
                max: 1,
                grammar: {
                  attributes: {},
                  children: {
                    order: "sequence",
                    elements: [
                      {
                        name: "variable",
                        min: 1,
                        max: "unbounded",
                        grammar: {
                          attributes: { name: { type: "string", required: true, expressions: true } },
                          text: { type: "string", expressions: true },
                        },
                      },
                    ],
                  },
                },
              },
            ],
          },
        },
      },
      {
        name: "response",
        min: 0,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              { name: "set-body", min: 0, max: 1, grammar: "policy" },
              { name: "include-fragment", min: 0, max: "unbounded", grammar: "policy" },
              { name: "publish-event", min: 0, max: 1, grammar: "policy" },
            ],
          },
        },
      },
    ],
  },
});
