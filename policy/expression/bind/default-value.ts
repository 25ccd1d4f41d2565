import { numericName } from "@/policy/expression/types/numeric-types";
import type { Type } from "@/policy/expression/types/type";
import { isEnum, isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { literal, type Span } from "./value";

/** default(T) */
export function defaultValue(binder: Binder, type: Type, at: Span): BoundExpression {
  const { known } = binder;
  if (type === known.error) return binder.nothing(at);
  if (type === known.bool) return literal(type, false, at);
  if (type === known.long || type === known.ulong) return literal(type, 0n, at);
  if (type === known.decimal) return literal(type, "0", at);
  if (isEnum(type)) {
    const underlying = type.definition.underlying;
    return literal(type, underlying === known.long || underlying === known.ulong ? 0n : 0, at);
  }
  if (numericName(type) !== null) return literal(type, 0, at);
  if (!isValueType(type) || nullableUnderlying(type) !== null) return literal(type, null, at);
  return { kind: "default", type, start: at.start, end: at.end };
}
