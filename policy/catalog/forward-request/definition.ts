import { definePolicy, everyScope } from "../define";

const flag = (value: "true" | "false") =>
  ({ type: "boolean", default: value, expressions: false, form: { advanced: true } }) as const;

export const definition = definePolicy({
  name: "forward-request",
  category: "routing",
  purpose: "Send the request to the backend and receive its response.",
  docs: "https://learn.microsoft.com/azure/api-management/forward-request-policy",
  role: "step",
  sections: ["backend"],
  scopes: everyScope,
  attributes: {
    timeout: { type: "int32", min: 0, default: "300", expressions: true, form: { control: "seconds" } },
    "timeout-ms": { type: "int32", min: 0, expressions: true, form: { control: "milliseconds", advanced: true } },
    "continue-timeout": { type: "int32", min: 0, expressions: true, form: { control: "seconds", advanced: true } },
    "follow-redirects": { type: "boolean", default: "false", expressions: true },
    "buffer-request-body": flag("false"),
    "buffer-response": flag("true"),
    "fail-on-error-status-code": flag("false"),
    "http-version": {
      type: "enum",
      allowed: ["1", "2or1", "2"],
      default: "1",
      expressions: false,
      form: { advanced: true },
    },
  },
  constraints: [{ kind: "at-most-one", attributes: ["timeout", "timeout-ms"] }],
});
