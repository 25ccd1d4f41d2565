import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "xsl-transform",
  category: "transformation",
  purpose: "Apply an XSLT to an XML body.",
  docs: "https://learn.microsoft.com/azure/api-management/xsl-transform-policy",
  role: "step",
  sections: ["inbound", "outbound"],
  scopes: everyScope,
  attributes: {},
  children: {
    order: "choice",
    elements: [
      {
        name: "parameter",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: { name: { type: "string", expressions: true } },
          text: { type: "string", expressions: true },
        },
      },
      { name: "xsl:stylesheet", min: 0, max: 1, grammar: { attributes: "any", children: "xml" } },
      { name: "xsl:transform", min: 0, max: 1, grammar: { attributes: "any", children: "xml" } },
    ],
  },
});
