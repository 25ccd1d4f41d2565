import type { ArgumentShape } from "./argument";
import { compareConversions } from "./better-conversion";
import { converts } from "./conversions";
import { operatorsOf } from "./members";
import type { BinaryChoice, BinaryOperator, Operand, UnaryChoice, UnaryOperator } from "./operators";
import type { Type } from "./type";
import type { Method } from "./type-definition";
import { isValueType, nullableUnderlying } from "./type-relations";
import type { TypeTable } from "./type-table";

interface Candidate {
  readonly method: Method;
  readonly lifted: boolean;
  readonly types: readonly Type[];
}

/** Operators of the types that are not the language's own. */
function candidatesFor(table: TypeTable, symbol: string, operands: readonly Operand[]): Candidate[] {
  const found = new Set<Method>();
  for (const { type } of operands) {
    const plain = nullableUnderlying(type) ?? type;
    if (plain.kind !== "named" || plain.definition.keyword !== null) continue;
    for (const method of operatorsOf(table, plain, symbol)) {
      if (method.parameters.length === operands.length) found.add(method);
    }
  }
  if (found.size === 0) return [];
  const mayLift = operands.some(({ type }) => type === table.known.null || nullableUnderlying(type) !== null);
  const candidates: Candidate[] = [];
  for (const method of found) {
    const types = method.parameters.map((parameter) => parameter.type);
    candidates.push({ method, lifted: false, types });
    const liftable = types.every((type) => isValueType(type) && nullableUnderlying(type) === null);
    if (mayLift && liftable) candidates.push({ method, lifted: true, types: types.map(table.nullableOf) });
  }
  return candidates.filter((one) =>
    one.types.every((type, at) => {
      const operand = operands[at] as Operand;
      return converts(table, operand.type, type, operand.constant);
    }),
  );
}

const shapeOf = (table: TypeTable, { type, constant }: Operand): ArgumentShape =>
  type === table.known.null
    ? { kind: "null", name: null, modifier: null }
    : { kind: "typed", type, constant: constant ?? undefined, name: null, modifier: null };

function choose(table: TypeTable, candidates: readonly Candidate[], operands: readonly Operand[]) {
  if (candidates.length < 2) return candidates[0] ?? null;
  const shapes = operands.map((operand) => shapeOf(table, operand));
  const isBetter = (a: Candidate, b: Candidate) => {
    const compared = shapes.map((shape, at) =>
      compareConversions(table, shape, a.types[at] as Type, b.types[at] as Type),
    );
    return compared.every((one) => one <= 0) && compared.some((one) => one < 0);
  };
  return candidates.find((one) => candidates.every((other) => other === one || isBetter(one, other))) ?? "ambiguous";
}

const liftedType = (table: TypeTable, type: Type): Type =>
  isValueType(type) && nullableUnderlying(type) === null ? table.nullableOf(type) : type;

const comparisons: ReadonlySet<string> = new Set(["==", "!=", "<", ">", "<=", ">="]);

export function userBinary(
  table: TypeTable,
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
): Extract<BinaryChoice, { kind: "user" }> | "ambiguous" | null {
  const operands = [left, right];
  const chosen = choose(table, candidatesFor(table, operator, operands), operands);
  if (chosen === null || chosen === "ambiguous") return chosen;
  const { method, lifted, types } = chosen;
  return {
    kind: "user",
    method,
    lifted,
    leftType: types[0] as Type,
    rightType: types[1] as Type,
    type: lifted && !comparisons.has(operator) ? liftedType(table, method.returnType) : method.returnType,
  };
}

export function userUnary(
  table: TypeTable,
  operator: UnaryOperator,
  operand: Operand,
): Extract<UnaryChoice, { kind: "user" }> | "ambiguous" | null {
  const chosen = choose(table, candidatesFor(table, operator, [operand]), [operand]);
  if (chosen === null || chosen === "ambiguous") return chosen;
  const { method, lifted, types } = chosen;
  const type = lifted ? liftedType(table, method.returnType) : method.returnType;
  return { kind: "user", method, lifted, operandType: types[0] as Type, type };
}
