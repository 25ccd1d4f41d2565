import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "cors",
  category: "cross-domain",
  purpose: "Answer CORS preflights and add CORS headers.",
  docs: "https://learn.microsoft.com/azure/api-management/cors-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  once: "section",
  attributes: {
    "allow-credentials": { type: "boolean", default: "false", expressions: true },
    "terminate-unmatched-request": { type: "boolean", default: "true", expressions: true, form: { advanced: true } },
  },
  children: {
    order: "all",
    elements: [
      {
        name: "allowed-origins",
        min: 1,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              {
                name: "origin",
                min: 1,
                max: "unbounded",
                grammar: { attributes: {}, text: { type: "string", expressions: true } },
              },
            ],
          },
        },
      },
      {
        name: "allowed-methods",
        min: 0,
        max: 1,
        grammar: {
          attributes: {
            "preflight-result-max-age": {
              type: "uint32",
              default: "0",
              expressions: true,
              form: { control: "seconds" },
            },
          },
          children: {
            order: "sequence",
            elements: [
              {
                name: "method",
                min: 1,
                max: "unbounded",
                grammar: { attributes: {}, text: { type: "string", expressions: true } },
              },
            ],
          },
        },
      },
      {
        name: "allowed-headers",
        min: 0,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              {
                name: "header",
                min: 1,
                max: "unbounded",
                grammar: { attributes: {}, text: { type: "string", expressions: true } },
              },
            ],
          },
        },
      },
      {
        name: "expose-headers",
        min: 0,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              {
                name: "header",
                min: 1,
                max: "unbounded",
                grammar: { attributes: {}, text: { type: "string", expressions: true } },
              },
            ],
          },
        },
      },
    ],
  },
});
