import { type AttributeDefinition, definePolicy, everyScope } from "../define";
import { group, namedTexts, policy, text } from "../parts";

/** The schema of the policy does not have it; its documentation does. */
const template = { type: "enum", allowed: ["liquid"], expressions: false } as const satisfies AttributeDefinition;
const anyText = { type: "string", expressions: true } as const;
const word = (...allowed: string[]) => ({ type: "enum", allowed, expressions: true }) as const;

const templated = (name: string, min: 0 | 1, attributes: Readonly<Record<string, AttributeDefinition>> = {}) =>
  text(name, min, { ...attributes, template });
const partitionKey = templated("partition-key", 0, {
  "data-type": { ...word("string", "number", "bool", "none", "null"), default: "string" },
});
const etag = templated("etag", 0, { type: { ...word("match", "no-match"), default: "match" } });
const consistency = word("bounded-staleness", "consistent-prefix", "eventual", "session", "strong");

export const definition = definePolicy({
  name: "cosmosdb-data-source",
  category: "graphql",
  purpose: "Resolve a field from Cosmos DB.",
  docs: "https://learn.microsoft.com/azure/api-management/cosmosdb-data-source-policy",
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
          text("connection-string", 1, {
            "use-managed-identity": { type: "boolean", default: "false", expressions: true },
            "client-id": { type: "string", expressions: true },
          }),
          text("database-name", 1),
          text("container-name", 1),
        ],
        { min: 1 },
      ),
      group(
        "query-request",
        [
          text("sql-statement", 0),
          group("parameters", [namedTexts("parameter", 0, { type: { type: "string", expressions: true } })]),
          partitionKey,
          group("paging", [templated("max-item-count", 1), templated("continuation-token", 1)]),
        ],
        { attributes: { "enable-low-precision-order-by": { type: "boolean", expressions: false } }, text: anyText },
      ),
      group("read-request", [templated("id", 1), partitionKey], { text: anyText }),
      group("delete-request", [templated("id", 1), partitionKey, etag], {
        order: "all",
        attributes: {
          "consistency-level": consistency,
          "pre-trigger": { type: "string", expressions: true },
          "post-trigger": { type: "string", expressions: true },
        },
        text: anyText,
      }),
      group(
        "write-request",
        [templated("id", 0), partitionKey, etag, policy("set-body"), policy("include-fragment", "unbounded")],
        {
          order: "choice",
          attributes: {
            type: { ...word("insert", "replace", "upsert"), default: "upsert" },
            "consistency-level": consistency,
            "enable-content-response-on-write": { type: "boolean", expressions: true },
            "indexing-directive": { ...word("default", "include", "exclude"), default: "default" },
            "pre-trigger": { type: "string", expressions: true },
            "post-trigger": { type: "string", expressions: true },
          },
          text: anyText,
        },
      ),
      group("response", [policy("set-body"), policy("publish-event"), policy("include-fragment", "unbounded")]),
    ],
  },
});
