import type { AttributeDefinition, TextDefinition } from "@/policy/catalog/define";
import { checkExpression } from "@/policy/expression/check-expression";
import { constantText } from "@/policy/expression/constant-text";
import { namedValuesIn, putNamedValues } from "@/policy/named-values";
import type { Span, XmlElement } from "@/policy/xml/nodes";
import type { SourceOffset } from "@/policy/xml/source-offset";
import { valueProblem } from "./check-value";
import { type Checker, mayHoldGaps } from "./checker";
import { codeOfGaps, hasPlaceholder, isInGap } from "./placeholder";

/** The C# compiler's code for a name that nothing bears. */
const nameUnknown = "CS0103";

export interface CheckedPlace {
  element: XmlElement;
  /** The attribute, or the element whose text it is. */
  name: string;
  /** The whole value. */
  span: Span;
  source: SourceOffset;
  isText: boolean;
}

/** An expression that is a whole value: that it compiles, and that a constant is of the value's type. */
export function checkValueExpression(
  checker: Checker,
  text: string,
  definition: AttributeDefinition | TextDefinition,
  { element, name, span, source, isText }: CheckedPlace,
): void {
  const { diagnostics, options } = checker;
  const lookUp = options.namedValue;
  const put = lookUp === undefined ? text : putNamedValues(text, lookUp);
  // What stands behind a value that was put in has no place of its own in the document.
  const moved = put !== text;
  const gaps = mayHoldGaps(checker) ? codeOfGaps(put) : { code: put, source: (offset: number) => offset };
  const { problems, fixed } = checkExpression(gaps.code);
  for (const problem of problems) {
    const { code, start, end } = problem;
    const at = moved ? span : { start: source(gaps.source(start)), end: source(gaps.source(end)) };
    const name = gaps.code.slice(start, end);
    const isGap = code === nameUnknown && (hasPlaceholder(name) || isInGap(gaps.code, start, end));
    if (isGap && mayHoldGaps(checker)) diagnostics.report("value-placeholder", at, element.name, name, "expression");
    else diagnostics.reportExpression(problem, at, element.name);
  }
  if (fixed === undefined || problems.some(({ severity }) => severity === "error")) return;
  if (namedValuesIn(gaps.code).length > 0) return;
  const value = constantText(fixed);
  const problem = valueProblem(value, definition);
  if (problem === null) return;
  if (isText) diagnostics.report("value-invalid", span, element.name, problem);
  else diagnostics.report("attribute-invalid", span, element.name, name, text, definition.type, problem);
}
