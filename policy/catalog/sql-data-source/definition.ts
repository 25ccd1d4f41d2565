import { definePolicy, everyScope } from "../define";
import { text } from "../parts";

export const definition = definePolicy({
  name: "sql-data-source",
  category: "graphql",
  purpose: "Resolve a field from Azure SQL.",
  docs: "https://learn.microsoft.com/azure/api-management/sql-data-source-policy",
  role: "step",
  lifecycle: "preview",
  sections: ["resolver"],
  scopes: everyScope,
  attributes: {},
  children: {
    order: "sequence",
    elements: [
      {
        name: "connection-info",
        min: 1,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              { name: "get-authorization-context", min: 0, max: 1, grammar: "policy" },
              {
                name: "connection-string",
                min: 1,
                max: 1,
                grammar: {
                  attributes: {
                    "use-managed-identity": { type: "boolean", default: "false", expressions: true },
                    scope: { type: "string", expressions: true },
                    "client-id": { type: "string", expressions: true },
                  },
                  text: { type: "string", expressions: true },
                },
              },
              { name: "include-fragment", min: 0, max: "unbounded", grammar: "policy" },
              { name: "authentication-certificate", min: 0, max: 1, grammar: "policy" },
            ],
          },
        },
      },
      { name: "include-fragment", min: 0, max: "unbounded", grammar: "policy" },
      {
        name: "request",
        min: 1,
        max: 1,
        grammar: {
          attributes: { "single-result": { type: "boolean", default: "false", expressions: true } },
          children: {
            order: "sequence",
            elements: [
              { name: "include-fragment", min: 0, max: 1, grammar: "policy" },
              { name: "set-body", min: 0, max: 1, grammar: "policy" },
              text("sql-statement", 1),
              {
                name: "parameters",
                min: 0,
                max: 1,
                grammar: {
                  attributes: {},
                  children: {
                    order: "sequence",
                    elements: [
                      {
                        name: "parameter",
                        min: 1,
                        max: "unbounded",
                        grammar: {
                          attributes: {
                            name: { type: "string", required: true, expressions: true },
                            "sql-type": { type: "string", expressions: true },
                          },
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
              { name: "include-fragment", min: 0, max: 1, grammar: "policy" },
              { name: "set-body", min: 0, max: 1, grammar: "policy" },
              { name: "publish-event", min: 0, max: 1, grammar: "policy" },
            ],
          },
        },
      },
    ],
  },
});
