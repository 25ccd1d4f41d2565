import type { ArgumentShape } from "./argument";
import { commonTypeOf } from "./bounds";
import { converts } from "./conversions";
import { shapeConverts } from "./shape-conversions";
import type { Type } from "./type";
import type { TypeTable } from "./type-table";

/** The one among the expressions' types that all of them convert to: for new[] { }, lambda returns. null: there is none. */
export function bestCommonType(table: TypeTable, shapes: readonly ArgumentShape[]): Type | null {
  const types = new Set<Type>();
  for (const shape of shapes) if (shape.kind === "typed") types.add(shape.type);
  if (types.has(table.known.error)) return table.known.error;
  const best = types.size === 1 ? ([...types][0] as Type) : commonTypeOf(table, [...types]);
  return best !== null && shapes.every((shape) => shapeConverts(table, shape, best)) ? best : null;
}

/** Of `c ? a : b` (CS0173 where null). */
export function conditionalType(table: TypeTable, a: ArgumentShape, b: ArgumentShape): Type | null {
  if (a.kind === "typed" && b.kind === "typed") {
    if (a.type === b.type) return a.type;
    if (a.type === table.known.error || b.type === table.known.error) return table.known.error;
    const toB = converts(table, a.type, b.type);
    const toA = converts(table, b.type, a.type);
    if (toA !== toB) return toB ? b.type : a.type;
    if (toA) return null;
    // 1 and a byte variable: the constant decides.
    const constantToB = converts(table, a.type, b.type, a.constant);
    const constantToA = converts(table, b.type, a.type, b.constant);
    return constantToA === constantToB ? null : constantToB ? b.type : a.type;
  }
  if (a.kind === "typed") return shapeConverts(table, b, a.type) ? a.type : null;
  if (b.kind === "typed") return shapeConverts(table, a, b.type) ? b.type : null;
  return null;
}
