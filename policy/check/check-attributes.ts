import type { AttributeDefinition, Constraint, ElementGrammar, TextDefinition } from "@/policy/catalog/define";
import { isExpression } from "@/policy/expression/is-expression";
import { namedValuesIn } from "@/policy/named-values";
import { attributeOf, type XmlAttribute, type XmlElement } from "@/policy/xml/nodes";
import { inAttribute } from "@/policy/xml/source-offset";
import { type CheckedPlace, checkValueExpression } from "./check-expression";
import { valueProblem } from "./check-value";
import { type Checker, isKnown, mayHoldGaps, reporter } from "./checker";
import { nearest } from "./nearest";
import { hasPlaceholder } from "./placeholder";

export function checkAttributes(checker: Checker, element: XmlElement, grammar: ElementGrammar): void {
  const { attributes } = grammar;
  if (attributes === "any") return;
  const report = reporter(checker, element);
  for (const attribute of element.attributes) {
    const definition = Object.hasOwn(attributes, attribute.name) ? attributes[attribute.name] : undefined;
    if (definition !== undefined) {
      checkAttribute(checker, element, attribute, definition);
      continue;
    }
    const free = Object.keys(attributes).filter((name) => attributeOf(element, name) === undefined);
    report(attribute, "attribute-unknown", attribute.name, nearest(attribute.name, free));
  }
  for (const [name, definition] of Object.entries(attributes)) {
    if (definition.required === true && attributeOf(element, name) === undefined) {
      report(element, "attribute-missing", name);
    }
  }
  for (const constraint of grammar.constraints ?? []) checkConstraint(checker, element, constraint);
}

const lists = {
  backend: "backends",
  fragment: "fragments",
  certificate: "certificates",
  logger: "loggers",
} as const;

function checkAttribute(
  checker: Checker,
  element: XmlElement,
  attribute: XmlAttribute,
  definition: AttributeDefinition,
) {
  const report = reporter(checker, element);
  const { name, value } = attribute;
  const { unsupported, refersTo } = definition;
  const excluded = unsupported?.values === "any" || unsupported?.values.includes(value) === true;
  if (unsupported !== undefined && excluded && checker.options.runs === true) {
    report(attribute, "value-unsupported", unsupported.what);
    return;
  }
  if (isExpression(value) && !definition.expressions) {
    report(attribute, "expression-forbidden", name);
    return;
  }
  if (definition.required === true && value === "" && definition.type === "string" && !definition.mayBeEmpty) {
    report(attribute, "attribute-invalid", name, value, definition.type, "It must not be empty.");
    return;
  }
  const place = { element, name, span: attribute.valueSpan, source: inAttribute(attribute), isText: false };
  if (!checkValue(checker, value, definition, place)) return;
  if (refersTo === undefined || refersTo.except?.includes(value) === true) return;
  if (!isKnown(checker.options.known[lists[refersTo.kind]] ?? "any", value)) {
    report(attribute, `${refersTo.kind}-unknown`, value);
  }
}

/** Whether the value can be looked at further: it is literal, of its type, and no named value stands in it. */
export function checkValue(
  checker: Checker,
  value: string,
  definition: AttributeDefinition | TextDefinition,
  place: CheckedPlace,
): boolean {
  const { diagnostics } = checker;
  const { element, name, span, isText } = place;
  const names = namedValuesIn(value);
  const unknown = names.filter((each) => !isKnown(checker.options.known.namedValues, each));
  for (const each of unknown) diagnostics.report("named-value-unknown", span, element.name, each);
  if (isExpression(value)) {
    if (definition.expressions) checkValueExpression(checker, value, definition, place);
    else diagnostics.report("expression-forbidden", span, element.name, name);
    return false;
  }
  if (names.length > 0) return false;
  const problem = valueProblem(value, definition);
  if (problem === null) return true;
  const mayBeGap = mayHoldGaps(checker) && (hasPlaceholder(value) || (value === "" && definition.type === "string"));
  if (mayBeGap) diagnostics.report("value-placeholder", span, element.name, value, definition.type);
  else if (isText) diagnostics.report("value-invalid", span, element.name, problem);
  else diagnostics.report("attribute-invalid", span, element.name, name, value, definition.type, problem);
  return false;
}

function checkConstraint(checker: Checker, element: XmlElement, constraint: Constraint): void {
  const report = reporter(checker, element);
  if (constraint.kind === "needs") {
    const attribute = attributeOf(element, constraint.attribute);
    if (attribute === undefined || attributeOf(element, constraint.needed) !== undefined) return;
    report(attribute, "attribute-needs", constraint.attribute, constraint.needed);
    return;
  }
  const present = element.attributes.filter((attribute) => constraint.attributes.includes(attribute.name));
  const [, second] = present;
  if (second !== undefined && constraint.kind !== "at-least-one") {
    report(second, "attributes-conflict", constraint.attributes);
  }
  if (present.length === 0 && constraint.kind !== "at-most-one") {
    report(element, "attributes-one-needed", constraint.attributes);
  }
}
