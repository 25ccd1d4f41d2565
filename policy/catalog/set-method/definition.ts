import { definePolicy, everyScope } from "../define";
import { methodOf, notMethod } from "./method";

export const definition = definePolicy({
  name: "set-method",
  category: "transformation",
  purpose: "Change the request method.",
  docs: "https://learn.microsoft.com/azure/api-management/set-method-policy",
  role: "step",
  sections: ["inbound", "on-error"],
  scopes: everyScope,
  attributes: {},
  text: {
    type: "string",
    expressions: true,
    required: true,
    problem: (text) => (methodOf(text) === null ? notMethod(text) : null),
    form: { control: "code" },
  },
});
