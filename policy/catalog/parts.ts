import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import type { AttributeDefinition, ChildDefinition, ChildGrammar, ElementGrammar, Report } from "./define";

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
  more: Partial<ElementGrammar> & { order?: ChildGrammar["order"]; min?: 0 | 1 } = {},
): ChildDefinition => {
  const { order = "sequence", min = 0, ...grammar } = more;
  return { name, min, max: 1, grammar: { attributes: {}, children: { order, elements }, ...grammar } };
};

/** What a validation does with what it finds. */
export const validationAction = {
  type: "enum",
  allowed: ["ignore", "prevent", "detect"],
  required: true,
  expressions: true,
} as const satisfies AttributeDefinition;

/** What a refused token is answered with. */
export const failedValidation = {
  "failed-validation-httpcode": {
    type: "integer",
    min: 100,
    max: 999,
    default: "401",
    expressions: true,
    form: { control: "status-code" },
  },
  "failed-validation-error-message": { type: "string", expressions: true },
} as const satisfies ElementGrammar["attributes"];

/** What becomes of a header or a parameter that is there already. */
export const existsAction = {
  type: "enum",
  allowed: ["override", "append", "skip", "delete"],
  default: "override",
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

/** The policy of that name. */
export const policy = (name: string, max: 1 | "unbounded" = 1): ChildDefinition => ({
  name,
  min: 0,
  max,
  grammar: "policy",
});

/** A named text, any number of times: <variable name="id">7</variable>. */
export const namedTexts = (
  name: string,
  min: 0 | 1,
  attributes: Readonly<Record<string, AttributeDefinition>> = {},
): ChildDefinition => ({
  ...text(name, min, { name: { type: "string", required: true, expressions: true }, ...attributes }),
  max: "unbounded",
});

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
    policy("set-method"),
    policy("set-header", "unbounded"),
    policy("set-body"),
    policy("authentication-certificate"),
    policy("authentication-token"),
    policy("authentication-token-store"),
    policy("authentication-managed-identity"),
    policy("proxy"),
  ],
} as const satisfies ElementGrammar["children"];

/** A new call needs a URL; a copy has that of the request. */
export function checkCallUrl(element: XmlElement, report: Report): void {
  const mode = attributeOf(element, "mode")?.value.trim() ?? "new";
  const hasUrl = elementsOf(element.children).some(({ name }) => name === "set-url");
  if (mode === "new" && !hasUrl) report(element, "url-needed", element.name);
}
