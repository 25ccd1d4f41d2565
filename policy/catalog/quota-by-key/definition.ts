import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "quota-by-key",
  category: "rate-limiting",
  purpose: "Cap calls and/or bandwidth of a computed key over a long fixed period.",
  docs: "https://learn.microsoft.com/azure/api-management/quota-by-key-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    calls: { type: "int32", expressions: false },
    bandwidth: { type: "int64", expressions: false },
    "renewal-period": {
      type: "nonNegativeInteger",
      required: true,
      expressions: false,
      form: { control: "seconds", advanced: true },
    },
    "first-period-start": { type: "dateTime", default: "0001-01-01T00:00:00Z", expressions: false },
    "counter-key": { type: "string", required: true, expressions: true, form: { control: "code" } },
    "increment-condition": { type: "boolean", expressions: true, form: { control: "code" } },
    "increment-count": { type: "int32", default: "1", expressions: true, form: { advanced: true } },
  },
  constraints: [{ kind: "at-least-one", attributes: ["calls", "bandwidth"] }],
});
