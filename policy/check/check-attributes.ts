import type { AttributeDefinition, Constraint, ElementGrammar, TextDefinition } from "@/policy/catalog/define";
import { compileExpression, expressionText, isExpression } from "@/policy/expression/compile";
import { namedValuesIn } from "@/policy/named-values";
import { attributeOf, type Span, type XmlAttribute, type XmlElement } from "@/policy/xml/nodes";
import { literalProblem } from "./check-value";
import { type Checker, isKnown, reporter } from "./checker";

export function checkAttributes(checker: Checker, element: XmlElement, grammar: ElementGrammar): void {
  const report = reporter(checker, element);
  for (const attribute of element.attributes) {
    const definition = Object.hasOwn(grammar.attributes, attribute.name)
      ? grammar.attributes[attribute.name]
      : undefined;
    if (definition === undefined) report(attribute, "attribute-unknown", attribute.name);
    else checkAttribute(checker, element, attribute, definition);
  }
  for (const [name, definition] of Object.entries(grammar.attributes)) {
    if (definition.required === true && attributeOf(element, name) === undefined) {
      report(element, "attribute-missing", name);
    }
  }
  for (const constraint of grammar.constraints ?? []) checkConstraint(checker, element, constraint);
}

function checkAttribute(
  checker: Checker,
  element: XmlElement,
  attribute: XmlAttribute,
  definition: AttributeDefinition,
) {
  const report = reporter(checker, element);
  const { name, value } = attribute;
  const { unsupported, refersTo } = definition;
  if (unsupported !== undefined && (unsupported.values === "any" || unsupported.values.includes(value))) {
    report(attribute, "value-unsupported", unsupported.what);
    return;
  }
  if (isExpression(value) && !definition.expressions) {
    report(attribute, "expression-forbidden", name);
    return;
  }
  if (definition.required === true && value === "" && definition.type === "string") {
    report(attribute, "attribute-invalid", name, value, definition.type, "It must not be empty.");
    return;
  }
  if (!checkValue(checker, element, value, attribute.valueSpan, definition, name)) return;
  if (refersTo === undefined || refersTo.except?.includes(value) === true) return;
  if (isExpression(value) || namedValuesIn(value).length > 0) return;
  const known = { backend: "backends", fragment: "fragments", certificate: "certificates" } as const;
  if (!isKnown(checker.options.known[known[refersTo.kind]], value)) {
    report(attribute, `${refersTo.kind}-unknown`, value);
  }
}

/** Whether the value can be looked at further: it is literal, of its type, and no named value stands in it. */
export function checkValue(
  checker: Checker,
  element: XmlElement,
  value: string,
  at: Span,
  definition: AttributeDefinition | TextDefinition,
  attribute = element.name,
): boolean {
  const { diagnostics } = checker;
  const names = namedValuesIn(value);
  const unknown = names.filter((name) => !isKnown(checker.options.known.namedValues, name));
  for (const name of unknown) diagnostics.report("named-value-unknown", at, element.name, name);
  if (isExpression(value) && definition.expressions) {
    // With a named value in it, the text of the expression is known only to the gateway.
    const compiled = names.length > 0 ? null : compileExpression(value);
    if (compiled?.ok === false) {
      for (const { code } of compiled.problems) diagnostics.report(code, at, element.name);
    } else if (compiled?.fixed !== undefined) {
      const problem = literalProblem(expressionText(compiled.fixed.value), definition);
      if (problem !== null) {
        diagnostics.report("attribute-invalid", at, element.name, attribute, value, definition.type, problem);
      }
    }
    return false;
  }
  if (names.length > 0) return false;
  const problem = literalProblem(value, definition);
  if (problem !== null) {
    diagnostics.report("attribute-invalid", at, element.name, attribute, value, definition.type, problem);
  }
  return problem === null;
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
  if (second !== undefined) report(second, "attributes-conflict", constraint.attributes);
  if (present.length === 0 && constraint.kind === "exactly-one") {
    report(element, "attributes-one-needed", constraint.attributes);
  }
}
