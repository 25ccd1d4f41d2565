import type { AttributeDefinition, TextDefinition } from "@/policy/catalog/define";
import { checkExpression } from "@/policy/expression/check-expression";
import { constantText } from "@/policy/expression/constant-text";
import { namedValuesIn, putNamedValues } from "@/policy/named-values";
import type { Span, XmlElement } from "@/policy/xml/nodes";
import type { SourceOffset } from "@/policy/xml/source-offset";
import { literalProblem } from "./check-value";
import type { Checker } from "./checker";
import { isPlaceholder } from "./placeholder";

/** The C# compiler's code for a name that nothing bears. */
const nameUnknown = "CS0103";

export interface CheckedPlace {
  element: XmlElement;
  /** The attribute, or the element whose text it is. */
  name: string;
  /** The whole value. */
  span: Span;
  source: SourceOffset;
}

/** An expression that is a whole value: that it compiles, and that a constant is of the value's type. */
export function checkValueExpression(
  checker: Checker,
  text: string,
  definition: AttributeDefinition | TextDefinition,
  { element, name, span, source }: CheckedPlace,
): void {
  const { diagnostics, options } = checker;
  const lookUp = options.namedValue;
  const put = lookUp === undefined ? text : putNamedValues(text, lookUp);
  // What stands behind a value that was put in has no place of its own in the document.
  const moved = put !== text;
  const { problems, fixed } = checkExpression(put);
  for (const problem of problems) {
    const at = moved ? span : { start: source(problem.start), end: source(problem.end) };
    const unknown = problem.code === nameUnknown ? put.slice(problem.start, problem.end) : "";
    if (options.known.namedValues === "any" && isPlaceholder(unknown)) {
      diagnostics.report("value-placeholder", at, element.name, unknown, "expression");
    } else diagnostics.reportExpression(problem, at, element.name);
  }
  if (fixed === undefined || problems.some(({ severity }) => severity === "error")) return;
  if (namedValuesIn(put).length > 0) return;
  const value = constantText(fixed);
  const problem = literalProblem(value, definition);
  if (problem !== null) {
    diagnostics.report("attribute-invalid", span, element.name, name, text, definition.type, problem);
  }
}
