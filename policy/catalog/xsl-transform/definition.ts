import { elementsOf } from "@/policy/xml/nodes";
import { definePolicy, everyScope } from "../define";
import { stylesheetProblem } from "./stylesheet-problem";

export const definition = definePolicy({
  name: "xsl-transform",
  category: "transformation",
  purpose: "Apply an XSLT to an XML body.",
  docs: "https://learn.microsoft.com/azure/api-management/xsl-transform-policy",
  role: "step",
  // The policy's own page leaves on-error out; the knowledge base of the published extension allows it.
  sections: ["inbound", "outbound", "on-error"],
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
          constraints: [{ kind: "at-least-one", attributes: ["name"] }],
        },
      },
      { name: "xsl:stylesheet", min: 0, max: 1, grammar: { attributes: "any", children: "xml" } },
      { name: "xsl:transform", min: 0, max: 1, grammar: { attributes: "any", children: "xml" } },
    ],
  },
  check(element, report) {
    const stylesheets = elementsOf(element.children).filter(({ name }) => name !== "parameter");
    if (stylesheets.length === 0) report(element, "child-missing", element.name, ["xsl:stylesheet"]);
    for (const stylesheet of stylesheets) {
      const problem = stylesheetProblem(stylesheet);
      if (problem !== null) report(stylesheet, "value-invalid", problem);
    }
  },
});
