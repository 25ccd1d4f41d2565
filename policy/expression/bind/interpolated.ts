import type { Expression } from "@/policy/expression/syntax/syntax";
import type { Binder } from "./binder";
import type { BoundExpression, BoundInterpolatedPart } from "./bound";
import { convert } from "./convert";
import { constantOf } from "./value";

type InterpolatedSyntax = Extract<Expression, { kind: "interpolated" }>;

export function bindInterpolated(binder: Binder, syntax: InterpolatedSyntax): BoundExpression {
  const { known } = binder;
  const { start, end } = syntax;
  const parts = syntax.parts.map((part): BoundInterpolatedPart => {
    if (part.kind === "text") return part;
    const value = convert(binder, binder.value(part.value), known.object);
    return { kind: "hole", value, alignment: alignmentOf(binder, part.alignment), format: part.format };
  });
  return { kind: "interpolated", parts, type: known.string, start, end };
}

function alignmentOf(binder: Binder, syntax: Expression | null): number | null {
  if (syntax === null) return null;
  const node = convert(binder, binder.value(syntax), binder.known.int);
  const constant = constantOf(node);
  if (typeof constant === "number") return constant;
  if (node.type !== binder.known.error) binder.report("CS0150", "A constant value is expected", node);
  return null;
}
