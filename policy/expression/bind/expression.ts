import type { Expression, LiteralValue } from "@/policy/expression/syntax/syntax";
import { forbiddenMessage } from "@/policy/expression/types/forbidden-types";
import { isSubtype } from "@/policy/expression/types/reference-conversions";
import { bindAnonymous } from "./anonymous";
import { bindNewArray } from "./array";
import { bindAssignment, bindIncrement } from "./assignment";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { bindCall } from "./call";
import { bindConditionalAccess } from "./conditional-access";
import { cast, convertNode, rvalue } from "./convert";
import { bindNew } from "./create";
import { defaultValue } from "./default-value";
import { bindIndex } from "./element";
import { bindInterpolated } from "./interpolated";
import { bindLambda } from "./lambda";
import { bindCoalesce, bindConditional, bindLogical } from "./logic";
import { bindMember } from "./member";
import { bindName } from "./name";
import { bindBinary, bindUnary } from "./operator";
import { bindAs, bindIs } from "./pattern";
import { asValue, literal, type Span, type Value } from "./value";

/** What an expression means. */
export function bindValue(binder: Binder, syntax: Expression): Value {
  switch (syntax.kind) {
    case "name":
      return bindName(binder, syntax);
    case "member":
      return bindMember(binder, syntax);
    case "lambda":
      return bindLambda(binder, syntax);
    case "parenthesised":
      return parenthesised(binder, syntax.inner, syntax);
    case "default":
      if (syntax.type === null) return { kind: "default", start: syntax.start, end: syntax.end };
      return asValue(defaultValue(binder, binder.type(syntax.type), syntax));
    case "throw":
      return { kind: "throw", operand: thrown(binder, syntax.operand), start: syntax.start, end: syntax.end };
    case "checked": {
      const place = { ...binder.place(), checking: syntax.isChecked ? "checked" : "unchecked" } as const;
      return binder.at(place, () => binder.value(syntax.inner));
    }
    default:
      return asValue(bindNode(binder, syntax));
  }
}

type Plain = Exclude<
  Expression,
  { kind: "name" | "member" | "lambda" | "parenthesised" | "default" | "throw" | "checked" }
>;

function bindNode(binder: Binder, syntax: Plain): BoundExpression {
  switch (syntax.kind) {
    case "literal":
      return literalNode(binder, syntax.value, syntax);
    case "interpolated":
      return bindInterpolated(binder, syntax);
    case "call":
      return bindCall(binder, syntax);
    case "index":
      return bindIndex(binder, syntax);
    case "conditional-access":
      return bindConditionalAccess(binder, syntax);
    case "receiver":
      return binder.receivers.at(-1) ?? binder.nothing(syntax);
    case "unary":
      return bindUnary(binder, syntax);
    case "increment":
      return bindIncrement(binder, syntax);
    case "binary":
      if (syntax.operator === "??") return bindCoalesce(binder, syntax);
      return syntax.operator === "&&" || syntax.operator === "||"
        ? bindLogical(binder, syntax)
        : bindBinary(binder, syntax);
    case "assignment":
      return bindAssignment(binder, syntax);
    case "conditional":
      return bindConditional(binder, syntax);
    case "cast": {
      const type = binder.type(syntax.type);
      return cast(binder, binder.value(syntax.operand), type, syntax);
    }
    case "as":
      return bindAs(binder, syntax);
    case "is":
      return bindIs(binder, syntax);
    case "new":
      return bindNew(binder, syntax);
    case "new-array":
      return bindNewArray(binder, syntax);
    case "new-anonymous":
      return bindAnonymous(binder, syntax);
    case "typeof":
      return binder.bad("GH0001", forbiddenMessage("System.Type"), syntax);
    case "nameof":
      return nameOf(binder, syntax.operand, syntax);
    case "named-value":
      binder.isIncomplete = true;
      return binder.nothing(syntax);
    case "missing":
      return binder.nothing(syntax);
  }
}

/** The same value, standing from bracket to bracket; of "Color Color" no type is meant any more. */
function parenthesised(binder: Binder, inner: Expression, { start, end }: Span): Value {
  const value = binder.value(inner);
  if (value.kind !== "value")
    return value.kind === "type" || value.kind === "namespace" ? value : { ...value, start, end };
  return { ...value, node: { ...value.node, start, end } };
}

function literalNode(binder: Binder, given: LiteralValue, at: Span): BoundExpression {
  const { known } = binder;
  return given.type === "null" ? literal(known.null, null, at) : literal(known[given.type], given.value, at);
}

/** What `throw` throws: an exception, or the null that becomes one. */
export function thrown(binder: Binder, syntax: Expression): BoundExpression {
  const { table, known } = binder;
  const node = rvalue(binder, binder.value(syntax));
  if (node.type === known.error) return node;
  if (node.type === known.null) return convertNode(binder, node, known.exception);
  if (isSubtype(table, node.type, known.exception)) return node;
  return binder.bad("CS0155", "The type caught or thrown must be derived from System.Exception", node);
}

function nameOf(binder: Binder, syntax: Expression, at: Span): BoundExpression {
  // Of a type, members of its values may be named too.
  const { problems } = binder.apart(() => binder.value(syntax));
  binder.adopt(problems.filter((problem) => problem.code !== "CS0120"));
  const { known } = binder;
  const named = syntax.kind === "name" || syntax.kind === "member" ? syntax.name.text : null;
  if (named === null) {
    return binder.bad("CS8081", "Expression does not have a name.", syntax);
  }
  return literal(known.string, named, at);
}
