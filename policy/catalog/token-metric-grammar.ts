import type { ElementGrammar } from "./define";
import { metricDimensions } from "./metric-dimensions";

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
  children: metricDimensions,
} as const satisfies ElementGrammar;
