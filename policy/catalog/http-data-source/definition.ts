import { definePolicy, everyScope } from "../define";
import { group, policy, text } from "../parts";

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
      group(
        "http-request",
        [
          policy("get-authorization-context"),
          policy("set-backend-service"),
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
          policy("include-fragment", "unbounded"),
          policy("set-header", "unbounded"),
          policy("set-body"),
          policy("authentication-certificate"),
        ],
        { min: 1 },
      ),
      group("backend", [policy("forward-request")]),
      group("http-response", [
        policy("set-body"),
        policy("json-to-xml"),
        policy("xml-to-json"),
        policy("find-and-replace"),
        policy("publish-event"),
        policy("include-fragment", "unbounded"),
      ]),
    ],
  },
});
