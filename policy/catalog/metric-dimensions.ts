import { checkDimension } from "./default-dimensions";
import type { ChildGrammar } from "./define";

/** What a metric is divided by. */
export const metricDimensions = {
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
} as const satisfies ChildGrammar;
