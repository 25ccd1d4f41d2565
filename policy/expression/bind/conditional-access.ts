import type { Expression } from "@/policy/expression/syntax/syntax";
import { isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { convertNode, localNode, rvalue } from "./convert";

type AccessSyntax = Extract<Expression, { kind: "conditional-access" }>;

/** target?.access; of a value type the result is Nullable. */
export function bindConditionalAccess(binder: Binder, syntax: AccessSyntax): BoundExpression {
  const { table, known } = binder;
  const receiver = rvalue(binder, binder.value(syntax.target));
  const { start, end } = syntax;
  let inner = nullableUnderlying(receiver.type) ?? receiver.type;
  if (inner === receiver.type && (isValueType(inner) || (inner.kind === "special" && inner !== known.error))) {
    binder.report("CS0023", `Operator '?' cannot be applied to operand of type '${inner.display}'`, syntax);
    inner = known.error;
  }
  const placeholder = binder.placeholder(inner);
  const before = binder.receivers;
  const stand: BoundExpression =
    inner === known.error
      ? binder.nothing({ start: receiver.end, end: receiver.end })
      : localNode(placeholder, { start: receiver.end, end: receiver.end });
  binder.receivers = [...before, stand];
  const value = binder.value(syntax.access);
  binder.receivers = before;
  const access = rvalue(binder, value);
  if (access.type === known.error) return binder.nothing(syntax);
  const lifts = isValueType(access.type) && nullableUnderlying(access.type) === null;
  const type = lifts ? table.nullableOf(access.type) : access.type;
  return {
    kind: "conditional-access",
    receiver,
    placeholder,
    access: convertNode(binder, access, type),
    type,
    start,
    end,
  };
}
