import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { definePolicy, everyScope } from "../define";
import { notAddress, parseAddress, rangeOf } from "./address";

const end = {
  type: "string",
  expressions: true,
  problem: (text: string) => (parseAddress(text) === null ? notAddress(text) : null),
} as const;

export const definition = definePolicy({
  name: "ip-filter",
  category: "authentication",
  purpose: "Allow or forbid caller addresses.",
  docs: "https://learn.microsoft.com/azure/api-management/ip-filter-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    action: {
      type: "enum",
      allowed: ["allow", "forbid"],
      default: "allow",
      expressions: true,
      form: { advanced: true },
    },
  },
  children: {
    order: "choice",
    elements: [
      { name: "address", min: 0, max: "unbounded", grammar: { attributes: {}, text: { ...end, required: true } } },
      {
        name: "address-range",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: {
            from: { ...end, required: true },
            to: { ...end, required: true },
          },
        },
      },
    ],
  },
  check(element, report) {
    const children = elementsOf(element.children);
    if (children.length === 0) report(element, "child-missing", element.name, ["address", "address-range"]);
    for (const child of children) {
      const problem = rangeProblem(child);
      if (problem !== null) report(child, "value-invalid", problem);
    }
  },
});

/** Of two addresses. */
function rangeProblem(child: XmlElement): string | null {
  const [from, to] = ["from", "to"].map((name) => attributeOf(child, name)?.value ?? "");
  if (from === undefined || to === undefined || parseAddress(from) === null || parseAddress(to) === null) return null;
  const range = rangeOf(from, to);
  return typeof range === "string" ? range : null;
}
