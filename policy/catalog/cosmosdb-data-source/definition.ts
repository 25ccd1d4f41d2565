import { type AttributeDefinition, definePolicy, everyScope } from "../define";
import { text } from "../parts";

/** The schema of the policy does not have it; its documentation does. */
const template = { type: "enum", allowed: ["liquid"], expressions: false } as const satisfies AttributeDefinition;
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
      {
        name: "connection-info",
        min: 1,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              {
                name: "connection-string",
                min: 1,
                max: 1,
                grammar: {
                  attributes: {
                    "use-managed-identity": { type: "boolean", default: "false", expressions: true },
                    "client-id": { type: "string", expressions: true },
                  },
                  text: { type: "string", expressions: true },
                },
              },
              text("database-name", 1),
              text("container-name", 1),
            ],
          },
        },
      },
      {
        name: "query-request",
        min: 0,
        max: 1,
        grammar: {
          attributes: { "enable-low-precision-order-by": { type: "boolean", expressions: false } },
          children: {
            order: "sequence",
            elements: [
              text("sql-statement", 0),
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
                        min: 0,
                        max: "unbounded",
                        grammar: {
                          attributes: {
                            name: { type: "string", required: true, expressions: true },
                            type: { type: "string", expressions: true },
                          },
                          text: { type: "string", expressions: true },
                        },
                      },
                    ],
                  },
                },
              },
              partitionKey,
              {
                name: "paging",
                min: 0,
                max: 1,
                grammar: {
                  attributes: {},
                  children: {
                    order: "sequence",
                    elements: [templated("max-item-count", 1), templated("continuation-token", 1)],
                  },
                },
              },
            ],
          },
          text: { type: "string", expressions: true },
        },
      },
      {
        name: "read-request",
        min: 0,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [templated("id", 1), partitionKey],
          },
          text: { type: "string", expressions: true },
        },
      },
      {
        name: "delete-request",
        min: 0,
        max: 1,
        grammar: {
          attributes: {
            "consistency-level": consistency,
            "pre-trigger": { type: "string", expressions: true },
            "post-trigger": { type: "string", expressions: true },
          },
          children: {
            order: "all",
            elements: [templated("id", 1), partitionKey, etag],
          },
          text: { type: "string", expressions: true },
        },
      },
      {
        name: "write-request",
        min: 0,
        max: 1,
        grammar: {
          attributes: {
            type: { ...word("insert", "replace", "upsert"), default: "upsert" },
            "consistency-level": consistency,
            "enable-content-response-on-write": { type: "boolean", expressions: true },
            "indexing-directive": { ...word("default", "include", "exclude"), default: "default" },
            "pre-trigger": { type: "string", expressions: true },
            "post-trigger": { type: "string", expressions: true },
          },
          children: {
            order: "choice",
            elements: [
              templated("id", 0),
              partitionKey,
              etag,
              { name: "set-body", min: 0, max: 1, grammar: "policy" },
              { name: "include-fragment", min: 0, max: "unbounded", grammar: "policy" },
            ],
          },
          text: { type: "string", expressions: true },
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
              { name: "publish-event", min: 0, max: 1, grammar: "policy" },
              { name: "include-fragment", min: 0, max: "unbounded", grammar: "policy" },
            ],
          },
        },
      },
    ],
  },
});
