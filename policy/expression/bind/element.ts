import type { Expression } from "@/policy/expression/syntax/syntax";
import { explicitConversion, implicitConversion } from "@/policy/expression/types/conversions";
import { indexersOf } from "@/policy/expression/types/members";
import { resolveIndexer } from "@/policy/expression/types/overloads";
import { bindArguments, type Given, giveUp, passArguments, reportUnresolved } from "./arguments";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { applied, convertNode, rvalue } from "./convert";
import { propertyNode } from "./member";
import { constantOf, type Span } from "./value";

type IndexSyntax = Extract<Expression, { kind: "index" }>;

export function bindIndex(binder: Binder, syntax: IndexSyntax): BoundExpression {
  const target = rvalue(binder, binder.value(syntax.target));
  const given = bindArguments(binder, syntax.arguments);
  return indexed(binder, target, given, syntax);
}

/** target[arguments] */
export function indexed(binder: Binder, target: BoundExpression, given: readonly Given[], at: Span): BoundExpression {
  const { table, known } = binder;
  const { start, end } = at;
  const { type } = target;
  if (type === known.error) {
    giveUp(binder, given);
    return binder.nothing(at);
  }
  if (type.kind === "array") {
    const [first] = given;
    if (given.length !== 1 || first?.value == null) {
      giveUp(binder, given);
      return binder.bad("CS0022", "Wrong number of indices inside []; expected 1", at);
    }
    const index = toIndex(binder, rvalue(binder, first.value));
    return { kind: "element", array: target, index, type: type.element, start, end };
  }
  const indexers = indexersOf(table, type);
  if (indexers.length === 0) {
    giveUp(binder, given);
    return binder.bad("CS0021", `Cannot apply indexing with [] to an expression of type '${type.display}'`, at);
  }
  const { result, property } = resolveIndexer(
    table,
    indexers,
    given.map((one) => one.shape),
  );
  if (result.kind !== "chosen" || property === null) {
    if (result.kind === "chosen") return binder.nothing(at);
    return reportUnresolved(binder, result, given, at);
  }
  const passed = passArguments(binder, given, result.overload, at);
  const ordered = [...passed].sort((a, b) => a.parameter - b.parameter).map((one) => one.value as BoundExpression);
  return propertyNode(binder, property, target, at, at, ordered);
}

/** Arrays take int, uint, long and ulong. */
export function toIndex(binder: Binder, node: BoundExpression): BoundExpression {
  const { table, known } = binder;
  if (implicitConversion(table, node.type, known.int, constantOf(node)) !== null)
    return convertNode(binder, node, known.int);
  for (const wider of [known.uint, known.long, known.ulong]) {
    const conversion = implicitConversion(table, node.type, wider, constantOf(node));
    if (conversion === null) continue;
    const widened = applied(binder, node, conversion);
    const narrowing = explicitConversion(table, wider, known.int);
    if (narrowing !== null) return { ...applied(binder, widened, narrowing) };
  }
  return convertNode(binder, node, known.int);
}
