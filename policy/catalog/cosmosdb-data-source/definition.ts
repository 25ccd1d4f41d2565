import { definePolicy, everyScope } from "../define";
import { text } from "../parts";

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
                    "use-managed-identity": { type: "string", expressions: true },
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
              text("partition-key", 0, { "data-type": { type: "string", expressions: true } }),
              {
                name: "paging",
                min: 0,
                max: 1,
                grammar: {
                  attributes: {},
                  children: {
                    order: "sequence",
                    elements: [text("max-item-count", 1), text("continuation-token", 1)],
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
            elements: [text("id", 1), text("partition-key", 0, { "data-type": { type: "string", expressions: true } })],
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
            "consistency-level": { type: "string", expressions: true },
            "pre-trigger": { type: "string", expressions: true },
            "post-trigger": { type: "string", expressions: true },
          },
          children: {
            order: "sequence",
            elements: [
              text("id", 1),
              text("partition-key", 0, { "data-type": { type: "string", expressions: true } }),
              text("etag", 0, { type: { type: "string", expressions: true } }),
            ],
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
            type: { type: "string", expressions: true },
            "consistency-level": { type: "string", expressions: true },
            "enable-content-response-on-write": { type: "string", expressions: true },
            "indexing-directive": { type: "string", expressions: true },
            "pre-trigger": { type: "string", expressions: true },
            "post-trigger": { type: "string", expressions: true },
          },
          children: {
            order: "sequence",
            elements: [
              text("partition-key", 0, { "data-type": { type: "string", expressions: true } }),
              text("etag", 0, { type: { type: "string", expressions: true } }),
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
