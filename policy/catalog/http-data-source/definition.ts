import { definePolicy, everyScope } from "../define";
import { text } from "../parts";

export const definition = definePolicy({
  name: "http-data-source",
  category: "graphql",
  purpose: "Resolve a GraphQL field with an HTTP call.",
  docs: "https://learn.microsoft.com/azure/api-management/http-data-source-policy",
  role: "step",
  sections: ["resolver"],
  scopes: everyScope,
  attributes: {},
  children: {
    order: "sequence",
    elements: [
      {
        name: "http-request",
        min: 1,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              { name: "get-authorization-context", min: 0, max: 1, grammar: "policy" },
              { name: "set-backend-service", min: 0, max: 1, grammar: "policy" },
              {
                name: "set-method",
                min: 1,
                max: 1,
                grammar: {
                  attributes: {},
                  text: { type: "enum", allowed: ["GET", "POST", "PUT", "PATCH", "DELETE"], expressions: true },
                },
              },
              text("set-url", 1),
              { name: "include-fragment", min: 0, max: "unbounded", grammar: "policy" },
              { name: "set-header", min: 0, max: "unbounded", grammar: "policy" },
              { name: "set-body", min: 0, max: 1, grammar: "policy" },
              { name: "authentication-certificate", min: 0, max: 1, grammar: "policy" },
            ],
          },
        },
      },
      {
        name: "backend",
        min: 0,
        max: 1,
        grammar: {
          attributes: {},
          children: { order: "sequence", elements: [{ name: "forward-request", min: 0, max: 1, grammar: "policy" }] },
        },
      },
      {
        name: "http-response",
        min: 0,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              { name: "set-body", min: 0, max: 1, grammar: "policy" },
              { name: "json-to-xml", min: 0, max: 1, grammar: "policy" },
              { name: "xml-to-json", min: 0, max: 1, grammar: "policy" },
              { name: "find-and-replace", min: 0, max: 1, grammar: "policy" },
              { name: "publish-event", min: 0, max: 1, grammar: "policy" },
              { name: "include-fragment", min: 0, max: "unbounded", grammar: "policy" },
            ],
          },
        },
      },
    ],
  },
});
