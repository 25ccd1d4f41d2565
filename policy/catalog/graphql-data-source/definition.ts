import { definePolicy, everyScope } from "../define";
import { group, namedTexts, policy, text } from "../parts";

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
      group(
        "request",
        [
          policy("authentication-basic"),
          policy("authentication-certificate"),
          policy("authentication-managed-identity"),
          policy("get-authorization-context"),
          policy("set-backend-service"),
          policy("set-url"),
          policy("set-header"),
          policy("include-fragment", "unbounded"),
          text("document", 1),
          text("operationName", 0),
          group("variables", [namedTexts("variable", 1)]),
        ],
        { min: 1 },
      ),
      group("response", [policy("set-body"), policy("include-fragment", "unbounded"), policy("publish-event")]),
    ],
  },
});
