import { definePolicy } from "../define";
import { limitedApi, limitedOperation } from "../limited-parts";
import { toldCalls } from "../told-calls";

const calls = { type: "int32", min: 1, expressions: false } as const;
const period = { type: "int32", min: 1, max: 300, expressions: false, form: { control: "seconds" } } as const;

/** Where the limit of an API or an operation inside the product is told. */
const told = {
  ...toldCalls.ofPart,
  id: { type: "string", expressions: false },
  name: { type: "string", expressions: false },
} as const;
const limited = {
  calls: { ...calls, required: true },
  "renewal-period": { ...period, required: true },
  ...told,
} as const;

export const definition = definePolicy({
  name: "rate-limit",
  category: "rate-limiting",
  purpose: "Cap the call rate of one subscription.",
  docs: "https://learn.microsoft.com/azure/api-management/rate-limit-policy",
  role: "step",
  sections: ["inbound"],
  scopes: ["product", "api", "operation"],
  once: "document",
  attributes: {
    calls: { ...calls, required: true },
    "renewal-period": { ...period, required: true },
    ...toldCalls.ofPolicy,
  },
  children: {
    order: "sequence",
    elements: [limitedApi(limited), limitedOperation({ calls, "renewal-period": period, ...told })],
  },
});
