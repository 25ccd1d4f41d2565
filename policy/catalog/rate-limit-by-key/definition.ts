import { definePolicy, everyScope } from "../define";
import { toldCalls } from "../told-calls";

export const definition = definePolicy({
  name: "rate-limit-by-key",
  category: "rate-limiting",
  purpose: "Cap the call rate of an arbitrary computed key.",
  docs: "https://learn.microsoft.com/azure/api-management/rate-limit-by-key-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    calls: { type: "int32", required: true, expressions: true },
    "renewal-period": {
      type: "int32",
      min: 1,
      max: 300,
      required: true,
      expressions: true,
      form: { control: "seconds" },
    },
    "counter-key": { type: "string", required: true, expressions: true, form: { control: "code" } },
    "increment-condition": { type: "boolean", expressions: true, form: { control: "code" } },
    "increment-count": { type: "int32", default: "1", expressions: true },
    "increment-after-response": { type: "boolean", default: "false", expressions: false, form: { advanced: true } },
    "flexible-retry-window": { type: "boolean", expressions: false, form: { advanced: true } },
    ...toldCalls.ofPolicy,
  },
});
