import { unavailable } from "@/policy/expression/syntax/refuse";
import type { NamedTypeSyntax, TypeSyntax } from "@/policy/expression/syntax/syntax";
import { qualifiedDisplay } from "./display";
import { forbiddenMessage } from "./forbidden-types";
import type { Type, TypeParameter } from "./type";
import type { TypeDefinition } from "./type-definition";
import { isReferenceType } from "./type-relations";
import type { TypeResult, TypeTable } from "./type-table";

/** Why a written type means nothing; its code and words are the compiler's. */
class TypeProblem extends Error {
  readonly code: string;
  readonly at: { start: number; end: number };

  constructor(code: string, message: string, at: { start: number; end: number }) {
    super(message);
    this.code = code;
    this.at = at;
  }
}

/** Where names are looked up before the library. */
export interface NameScope {
  parameter(name: string): TypeParameter | null;
  /** A type that stands nearer than what is imported. */
  near(name: string, arity: number): TypeDefinition | null;
}

const openNames = (name: string, arity: number): string => (arity === 0 ? name : `${name}<${",".repeat(arity - 1)}>`);

function named(table: TypeTable, syntax: NamedTypeSyntax, scope: NameScope | null): Type {
  let container: TypeDefinition | null = null;
  let namespace: string | null = null;
  const arguments_: Type[] = [];
  for (const [at, part] of syntax.parts.entries()) {
    const name = part.name.text;
    const arity = part.typeArguments.length;
    const isFirst = at === 0;
    if (isFirst && arity === 0 && syntax.parts.length === 1) {
      if (name === "void") return table.known.void;
      const parameter = scope?.parameter(name) ?? null;
      if (parameter !== null) return parameter;
    }
    const found: TypeDefinition | null = isFirst
      ? (scope?.near(name, arity) ?? table.find(name, arity))
      : table.findIn(container ?? (namespace as string), name, arity);
    if (found !== null) {
      container = found;
      arguments_.push(...part.typeArguments.map((argument) => resolve(table, argument, scope)));
      continue;
    }
    const path: string = isFirst ? name : `${namespace}.${name}`;
    if (container === null && arity === 0 && at < syntax.parts.length - 1 && table.isNamespace(path)) {
      namespace = path;
      continue;
    }
    throw notFound(table, syntax, at, container, namespace);
  }
  if (container === null) throw notFound(table, syntax, 0, null, null);
  checkConstraints(table, container, arguments_, syntax);
  return table.construct(container, arguments_);
}

function notFound(
  table: TypeTable,
  syntax: NamedTypeSyntax,
  at: number,
  container: TypeDefinition | null,
  namespace: string | null,
): TypeProblem {
  const part = syntax.parts[at] as NamedTypeSyntax["parts"][number];
  const name = part.name.text;
  const arity = part.typeArguments.length;
  const where = { start: part.name.start, end: syntax.parts.length === at + 1 ? syntax.end : part.name.end };
  const from = container ?? namespace;
  for (let other = 0; other <= 9; other++) {
    const near = from === null ? table.find(name, other) : table.findIn(from, name, other);
    if (near === null || other === arity) continue;
    const display = near.self.display;
    return arity === 0 || other > 0
      ? new TypeProblem("CS0305", `Using the generic type '${display}' requires ${other} type arguments`, where)
      : new TypeProblem("CS0308", `The non-generic type '${display}' cannot be used with type arguments`, where);
  }
  const whole = syntax.parts.map((one) => one.name.text).join(".");
  const forbidden = table.forbidden(whole) ?? (container === null ? table.forbidden(at === 0 ? name : whole) : null);
  if (forbidden !== null && (at === 0 || whole.endsWith(`.${name}`) || namespace !== null)) {
    return new TypeProblem("GH0001", forbiddenMessage(forbidden), { start: syntax.start, end: syntax.end });
  }
  const shown = openNames(name, arity);
  if (container !== null) {
    const text = `The type name '${shown}' does not exist in the type '${container.self.display}'`;
    return new TypeProblem("CS0426", text, where);
  }
  if (namespace !== null) {
    const text = `The type or namespace name '${shown}' does not exist in the namespace '${namespace}' (are you missing an assembly reference?)`;
    return new TypeProblem("CS0234", text, where);
  }
  const text = `The type or namespace name '${shown}' could not be found (are you missing a using directive or an assembly reference?)`;
  return new TypeProblem("CS0246", text, where);
}

function isNonNullableValue(type: Type): boolean {
  if (type.kind === "parameter") return type.constraint === "struct";
  if (type.kind !== "named") return false;
  const { kind, fullName } = type.definition;
  return (kind === "struct" && fullName !== "System.Nullable") || kind === "enum";
}

function checkConstraints(
  table: TypeTable,
  definition: TypeDefinition,
  arguments_: readonly Type[],
  at: { start: number; end: number },
): void {
  for (const [index, parameter] of definition.typeParameters.entries()) {
    const argument = arguments_[index];
    if (argument === undefined || argument === table.known.error) continue;
    const display = definition.self.display;
    if (parameter.constraint === "struct" && !isNonNullableValue(argument)) {
      const text = `The type '${argument.display}' must be a non-nullable value type in order to use it as parameter '${parameter.name}' in the generic type or method '${definition.fullName === "System.Nullable" ? "Nullable<T>" : display}'`;
      throw new TypeProblem("CS0453", text, at);
    }
    if (argument === table.known.void)
      throw new TypeProblem("CS1547", "Keyword 'void' cannot be used in this context", at);
  }
}

export function resolve(table: TypeTable, syntax: TypeSyntax, scope: NameScope | null): Type {
  switch (syntax.kind) {
    case "named-type":
      return named(table, syntax, scope);
    case "array-type": {
      if (syntax.rank > 1) {
        throw new TypeProblem(
          "GH0002",
          "Arrays of more than one dimension are not supported within expressions",
          syntax,
        );
      }
      return table.arrayOf(resolve(table, syntax.element, scope));
    }
    case "nullable-type": {
      const inner = resolve(table, syntax.inner, scope);
      if (isReferenceType(inner))
        throw new TypeProblem("CS8370", unavailable("nullable reference types", "8.0"), syntax);
      if (!isNonNullableValue(inner) && inner !== table.known.error) {
        const text = `The type '${qualifiedDisplay(inner)}' must be a non-nullable value type in order to use it as parameter 'T' in the generic type or method 'Nullable<T>'`;
        throw new TypeProblem("CS0453", text, syntax);
      }
      return table.nullableOf(inner);
    }
    case "tuple-type":
      throw new TypeProblem("GH0001", forbiddenMessage("System.ValueTuple"), syntax);
  }
}

export function typeFromSyntax(table: TypeTable, syntax: TypeSyntax): TypeResult {
  try {
    return { type: resolve(table, syntax, null) };
  } catch (problem) {
    if (!(problem instanceof TypeProblem)) throw problem;
    return { type: null, code: problem.code, message: problem.message, start: problem.at.start, end: problem.at.end };
  }
}
