import { definePolicy, everyScope } from "../define";
import { validationAction } from "../parts";

export const definition = definePolicy({
  name: "validate-content",
  category: "content-validation",
  purpose: "Check size and body against schemas.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-content-policy",
  role: "step",
  sections: ["inbound", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    "unspecified-content-type-action": validationAction,
    "max-size": { type: "uint32", required: true, expressions: true },
    "size-exceeded-action": validationAction,
    "errors-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
  },
  children: {
    order: "sequence",
    elements: [
      {
        name: "content-type-map",
        min: 0,
        max: 1,
        grammar: {
          attributes: {
            "any-content-type-value": { type: "string", expressions: true },
            "missing-content-type-value": { type: "string", expressions: true },
          },
          children: {
            order: "sequence",
            elements: [
              {
                name: "type",
                min: 0,
                max: "unbounded",
                grammar: {
                  attributes: {
                    from: { type: "string", expressions: true },
                    when: { type: "boolean", expressions: true, form: { control: "code" } },
                    to: { type: "string", required: true, expressions: true },
                  },
                  constraints: [{ kind: "at-least-one", attributes: ["from", "when"] }],
                },
              },
            ],
          },
        },
      },
      {
        name: "content",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: {
            "validate-as": { type: "enum", allowed: ["json", "xml", "soap"], required: true, expressions: false },
            type: { type: "string", expressions: true },
            action: validationAction,
            "schema-id": { type: "string", expressions: false },
            "schema-ref": { type: "string", expressions: false },
            "allow-additional-properties": { type: "boolean", expressions: false },
            "case-insensitive-property-names": { type: "boolean", expressions: false },
          },
        },
      },
    ],
  },
});
