import type { Expression } from "@/policy/expression/syntax/syntax";
import { constructorsOf } from "@/policy/expression/types/members";
import { resolveOverload } from "@/policy/expression/types/overloads";
import type { NamedType } from "@/policy/expression/types/type";
import {
  isDelegate,
  isEnum,
  isInterface,
  isValueType,
  nullableUnderlying,
} from "@/policy/expression/types/type-relations";
import { bindArguments, type Given, giveUp, passArguments, reportUnresolved } from "./arguments";
import { warnBeyond } from "./beyond";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { convert } from "./convert";
import { defaultValue } from "./default-value";
import { bindInitializer } from "./initializer";
import { asValue } from "./value";

type NewSyntax = Extract<Expression, { kind: "new" }>;

export function bindNew(binder: Binder, syntax: NewSyntax): BoundExpression {
  const type = binder.type(syntax.type);
  const given = bindArguments(binder, syntax.arguments ?? []);
  if (type === binder.known.error || type.kind !== "named") {
    giveUp(binder, given);
    if (type.kind === "special" && type.name === "void")
      binder.report("CS1547", "Keyword 'void' cannot be used in this context", syntax.type);
    return binder.nothing(syntax);
  }
  if (isDelegate(type)) return newDelegate(binder, type, given, syntax);
  const { definition } = type;
  if (definition.isStatic) {
    giveUp(binder, given);
    return binder.bad("CS0712", `Cannot create an instance of the static class '${type.display}'`, syntax);
  }
  if (isInterface(type) || definition.isAbstract) {
    giveUp(binder, given);
    const text = `Cannot create an instance of the abstract type or interface '${type.display}'`;
    return binder.bad("CS0144", text, syntax);
  }
  return construct(binder, type, given, syntax);
}

function newDelegate(binder: Binder, type: NamedType, given: readonly Given[], syntax: NewSyntax): BoundExpression {
  const [only] = given;
  if (given.length !== 1 || only?.value == null) {
    giveUp(binder, given);
    return binder.bad("CS0149", "Method name expected", syntax);
  }
  return convert(binder, only.value, type);
}

function construct(binder: Binder, type: NamedType, given: readonly Given[], syntax: NewSyntax): BoundExpression {
  const { start, end } = syntax;
  const constructors = constructorsOf(binder.table, type);
  const isStruct = isValueType(type);
  if (given.length === 0 && isStruct && !constructors.some((one) => one.parameters.length === 0)) {
    if (syntax.initializer !== null && syntax.initializer.elements.length > 0) {
      return binder.unsupported(`Object initializers of '${type.display}' are`, syntax.initializer);
    }
    return defaultValue(binder, type, syntax);
  }
  const inner = nullableUnderlying(type);
  if (inner !== null && given.length === 1 && given[0]?.value != null) {
    return convert(binder, asValue(convert(binder, given[0].value, inner)), type);
  }
  const name = isEnum(type) ? type.display : type.definition.name;
  const shapes = given.map((one) => one.shape);
  const result =
    constructors.length === 0
      ? ({ kind: "none", code: "CS1729", message: noConstructor(type, given.length), argument: null } as const)
      : resolveOverload(binder.table, name, constructors, shapes, null);
  if (result.kind !== "chosen") {
    const isCount = result.kind === "none" && result.code === "CS1501";
    const failure = isCount ? { ...result, code: "CS1729", message: noConstructor(type, given.length) } : result;
    return reportUnresolved(binder, failure, given, syntax.type);
  }
  const { method } = result.overload;
  warnBeyond(binder, method, syntax.type);
  const passed = passArguments(binder, given, result.overload, syntax);
  const initializer = syntax.initializer === null ? null : bindInitializer(binder, type, syntax.initializer);
  return { kind: "new", constructor_: method, arguments: passed, initializer, type, start, end };
}

const noConstructor = (type: NamedType, count: number): string =>
  `'${type.display}' does not contain a constructor that takes ${count} arguments`;
