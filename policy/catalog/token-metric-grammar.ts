import { checkDimension } from "./default-dimensions";
import type { ElementGrammar } from "./define";

/** What the two policies of this kind have in common. */
export const tokenMetricGrammar = {
  attributes: {
    namespace: { type: "string", default: "API Management", expressions: false },
    name: { type: "string", expressions: true, form: { advanced: true } },
    "value-type": {
      type: "enum",
      allowed: ["all", "total-tokens", "prompt-tokens", "completion-tokens"],
      default: "all",
      expressions: false,
      form: { advanced: true },
    },
    "ignore-prompt": { type: "boolean", default: "false", expressions: false, form: { advanced: true } },
  },
  children: {
    order: "sequence",
    elements: [
      {
        name: "dimension",
        min: 0,
        max: 10,
        grammar: {
          attributes: {
            name: { type: "string", required: true, expressions: true },
            value: { type: "string", expressions: true, form: { control: "code" } },
          },
          check: checkDimension,
        },
      },
    ],
  },
} as const satisfies ElementGrammar;
