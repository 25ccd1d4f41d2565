import { definePolicy } from "../define";
import { limitedApi } from "../limited-parts";

const calls = { type: "int32", expressions: false } as const;
const bandwidth = { type: "int64", expressions: false } as const;

/** Of an API of the product, or an operation of it. */
const limited = {
  calls,
  bandwidth,
  id: { type: "string", expressions: false },
  name: { type: "string", expressions: false },
  "renewal-period": {
    type: "nonNegativeInteger",
    expressions: false,
    form: { control: "seconds", advanced: true },
  },
} as const;

export const definition = definePolicy({
  name: "quota",
  category: "rate-limiting",
  purpose: "Cap calls and/or bandwidth of one subscription over a long fixed period.",
  docs: "https://learn.microsoft.com/azure/api-management/quota-policy",
  role: "step",
  sections: ["inbound"],
  scopes: ["product"],
  once: "document",
  attributes: {
    calls,
    bandwidth,
    "renewal-period": { type: "nonNegativeInteger", required: true, expressions: false, form: { control: "seconds" } },
  },
  children: {
    order: "sequence",
    elements: [limitedApi(limited)],
  },
  constraints: [{ kind: "at-least-one", attributes: ["calls", "bandwidth"] }],
});
