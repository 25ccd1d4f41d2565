import { definePolicy, everyScope } from "../define";
import { group, namedTexts, policy, text } from "../parts";

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
      group(
        "connection-info",
        [
          policy("get-authorization-context"),
          text("connection-string", 1, {
            "use-managed-identity": { type: "boolean", default: "false", expressions: true },
            scope: { type: "string", expressions: true },
            "client-id": { type: "string", expressions: true },
          }),
          policy("include-fragment", "unbounded"),
          policy("authentication-certificate"),
        ],
        { min: 1 },
      ),
      policy("include-fragment", "unbounded"),
      group(
        "request",
        [
          policy("include-fragment"),
          policy("set-body"),
          text("sql-statement", 1),
          group("parameters", [namedTexts("parameter", 1, { "sql-type": { type: "string", expressions: true } })]),
        ],
        { min: 1, attributes: { "single-result": { type: "boolean", default: "false", expressions: true } } },
      ),
      group("response", [policy("include-fragment"), policy("set-body"), policy("publish-event")]),
    ],
  },
});
