import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import type { AttributeDefinition, ChildDefinition, ElementGrammar, Report } from "./define";

/** Pieces of grammar that more than one policy is made of. */

/** Elements that hold one text each: <value>a</value><value>b</value>. */
export const texts = (name: string, min = 0): ChildDefinition => ({
  name,
  min,
  max: "unbounded",
  grammar: { attributes: {}, text: { type: "string", expressions: true } },
});

/** One element that holds a text, with attributes or without. */
export const text = (
  name: string,
  min: 0 | 1,
  attributes: Readonly<Record<string, AttributeDefinition>> = {},
): ChildDefinition => ({
  name,
  min,
  max: 1,
  grammar: { attributes, text: { type: "string", expressions: true } },
});

/** One element around others: <audiences><audience>a</audience></audiences>. */
export const group = (
  name: string,
  elements: readonly ChildDefinition[],
  more: Partial<ElementGrammar> & { order?: "sequence" | "choice" } = {},
): ChildDefinition => {
  const { order = "sequence", ...grammar } = more;
  return { name, min: 0, max: 1, grammar: { attributes: {}, children: { order, elements }, ...grammar } };
};

/** What a validation does with what it finds. */
export const validationAction = {
  type: "enum",
  allowed: ["ignore", "prevent", "detect"],
  required: true,
  expressions: true,
} as const satisfies AttributeDefinition;

/** The claims that a token must have. */
export const requiredClaims = (minClaims: number, nameRequired: boolean): ChildDefinition =>
  group("required-claims", [
    {
      name: "claim",
      min: minClaims,
      max: "unbounded",
      grammar: {
        attributes: {
          name: { type: "string", required: nameRequired, expressions: true },
          match: { type: "enum", allowed: ["all", "any"], default: "all", expressions: true },
          separator: { type: "string", expressions: true },
        },
        children: { order: "sequence", elements: [texts("value")] },
      },
    },
  ]);

const one = (name: string): ChildDefinition => ({ name, min: 0, max: 1, grammar: "policy" });

/** What makes up a call that a policy sends. */
export const callChildren = {
  order: "sequence",
  elements: [
    {
      name: "set-url",
      min: 0,
      max: 1,
      grammar: {
        attributes: {},
        text: { type: "string", required: true, expressions: true, form: { control: "url" } },
      },
    },
    one("set-method"),
    { ...one("set-header"), max: "unbounded" },
    one("set-body"),
    one("authentication-certificate"),
    one("authentication-token"),
    one("authentication-token-store"),
    one("authentication-managed-identity"),
    one("proxy"),
  ],
} as const satisfies ElementGrammar["children"];

/** A new call needs a URL; a copy has that of the request. */
export function checkCallUrl(element: XmlElement, report: Report): void {
  const mode = attributeOf(element, "mode")?.value.trim() ?? "new";
  const hasUrl = elementsOf(element.children).some(({ name }) => name === "set-url");
  if (mode === "new" && !hasUrl) report(element, "url-needed", element.name);
}
