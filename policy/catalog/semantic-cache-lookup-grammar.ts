import type { ElementGrammar } from "./define";

/** What the two policies of this kind have in common. */
export const semanticCacheLookupGrammar = {
  attributes: {
    "score-threshold": { type: "float", min: 0, max: 1, required: true, expressions: false },
    "embeddings-backend-id": { type: "string", required: true, expressions: true, refersTo: { kind: "backend" } },
    "embeddings-backend-auth": {
      type: "enum",
      allowed: ["system-assigned", "header"],
      default: "system-assigned",
      expressions: false,
      form: { advanced: true },
    },
    "ignore-system-messages": { type: "boolean", default: "false", expressions: true },
    "cache-id": { type: "string", expressions: true, form: { advanced: true } },
    "max-message-count": { type: "nonNegativeInteger", expressions: true },
  },
  children: {
    order: "choice",
    elements: [
      {
        name: "vary-by",
        min: 0,
        max: "unbounded",
        grammar: { attributes: {}, text: { type: "string", expressions: true } },
      },
    ],
  },
} as const satisfies ElementGrammar;
