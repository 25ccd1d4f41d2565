import { definePolicy } from "../define";
import { group } from "../parts";

export const definition = definePolicy({
  name: "cross-domain",
  category: "cross-domain",
  purpose: "Serve a Flash/Silverlight cross-domain policy.",
  docs: "https://learn.microsoft.com/azure/api-management/cross-domain-policy",
  role: "step",
  sections: ["inbound"],
  scopes: ["global"],
  once: "section",
  attributes: {},
  children: {
    order: "sequence",
    elements: [
      group("cross-domain-policy", [
        {
          name: "site-control",
          min: 0,
          max: 1,
          grammar: {
            attributes: {
              "permitted-cross-domain-policies": {
                type: "enum",
                allowed: ["all", "by-content-type", "master-only", "none"],
                required: true,
                expressions: false,
              },
            },
          },
        },
        {
          name: "allow-access-from",
          min: 0,
          max: "unbounded",
          grammar: {
            attributes: {
              domain: { type: "string", required: true, expressions: true },
              secure: { type: "enum", allowed: ["true", "false"], default: "true", expressions: false },
            },
          },
        },
        {
          name: "allow-http-request-headers-from",
          min: 0,
          max: "unbounded",
          grammar: {
            attributes: {
              domain: { type: "string", required: true, expressions: true },
              headers: { type: "string", required: true, expressions: true },
              secure: { type: "enum", allowed: ["true", "false"], default: "true", expressions: false },
            },
          },
        },
      ]),
    ],
  },
});
