import { perTable } from "./per-table";
import { remember } from "./remember";
import type { NamedType, Type } from "./type";
import type { TypeKind } from "./type-definition";
import type { TypeTable } from "./type-table";

export const isValueType = (type: Type): boolean =>
  type.kind === "named"
    ? type.definition.kind === "struct" || type.definition.kind === "enum"
    : type.kind === "parameter" && type.constraint === "struct";

export const isReferenceType = (type: Type): boolean =>
  type.kind === "named"
    ? !isValueType(type)
    : type.kind === "array" || type.kind === "anonymous" || (type.kind === "parameter" && type.constraint === "class");

/** Narrower than NamedType, so that what is none of these may still be a NamedType. */
type Of<Kind extends TypeKind> = NamedType & { readonly definition: { readonly kind: Kind } };

export const isInterface = (type: Type): type is Of<"interface"> =>
  type.kind === "named" && type.definition.kind === "interface";
export const isEnum = (type: Type): type is Of<"enum"> => type.kind === "named" && type.definition.kind === "enum";
export const isDelegate = (type: Type): type is Of<"delegate"> =>
  type.kind === "named" && type.definition.kind === "delegate";

/** int of int?; null for what is not a Nullable. */
export const nullableUnderlying = (type: Type): Type | null =>
  type.kind === "named" && type.arguments.length === 1 && type.definition.fullName === "System.Nullable"
    ? (type.arguments[0] ?? null)
    : null;

/** Puts types in for type parameters. */
export function substitute(table: TypeTable, type: Type, map: ReadonlyMap<Type, Type>): Type {
  switch (type.kind) {
    case "parameter":
      return map.get(type) ?? type;
    case "array": {
      const element = substitute(table, type.element, map);
      return element === type.element ? type : table.arrayOf(element);
    }
    case "named": {
      if (type.arguments.length === 0) return type;
      let changed = false;
      const arguments_ = type.arguments.map((argument) => {
        const put = substitute(table, argument, map);
        changed ||= put !== argument;
        return put;
      });
      return changed ? table.construct(type.definition, arguments_) : type;
    }
    case "anonymous":
      return table.anonymous(
        type.properties.map((property) => ({ name: property.name, type: substitute(table, property.type, map) })),
      );
    default:
      return type;
  }
}

const none: ReadonlyMap<Type, Type> = new Map();

/** What stands for the type parameters of the type's definition. */
export function argumentMap(type: NamedType): ReadonlyMap<Type, Type> {
  if (type.arguments.length === 0) return none;
  return new Map(type.definition.typeParameters.map((parameter, at) => [parameter, type.arguments[at] as Type]));
}

interface Relations {
  readonly base: NamedType | null;
  readonly interfaces: readonly NamedType[];
}
const relations = perTable(() => new Map<Type, Relations>());

function relationsOf(table: TypeTable, type: Type): Relations {
  return remember(relations(table), type, () => relate(table, type));
}

const sequences = ["IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection"];

function relate(table: TypeTable, type: Type): Relations {
  if (type.kind === "named") {
    const map = argumentMap(type);
    const put = (one: NamedType) => substitute(table, one, map) as NamedType;
    const base = type.definition.base === null ? null : put(type.definition.base);
    return { base, interfaces: withInherited(table, base, type.definition.interfaces.map(put)) };
  }
  if (type.kind === "array") {
    const generic = sequences.flatMap((name) => {
      const definition = table.definition(`System.Collections.Generic.${name}`, 1);
      return definition === null ? [] : [table.construct(definition, [type.element])];
    });
    return { base: table.known.array, interfaces: withInherited(table, table.known.array, generic) };
  }
  return { base: type.kind === "special" ? null : table.known.object, interfaces: [] };
}

function withInherited(table: TypeTable, base: NamedType | null, direct: readonly NamedType[]): NamedType[] {
  const all = new Set<NamedType>();
  for (const one of direct) {
    all.add(one);
    for (const inherited of interfacesOf(table, one)) all.add(inherited);
  }
  if (base !== null) for (const inherited of interfacesOf(table, base)) all.add(inherited);
  return [...all];
}

/** The base class: System.Array for arrays, none for interfaces. */
export const baseOf = (table: TypeTable, type: Type): NamedType | null => relationsOf(table, type).base;

/** All interfaces, inherited ones too. */
export const interfacesOf = (table: TypeTable, type: Type): readonly NamedType[] => relationsOf(table, type).interfaces;

/** What foreach gives: T of IEnumerable<T>, object of IEnumerable; null where it cannot be enumerated. */
export function elementTypeOf(table: TypeTable, type: Type): Type | null {
  if (type.kind === "array") return type.element;
  const all = type.kind === "named" ? [type, ...interfacesOf(table, type)] : [];
  const generic = all.find((one) => one.definition.fullName === "System.Collections.Generic.IEnumerable");
  if (generic !== undefined) return generic.arguments[0] ?? null;
  return all.some((one) => one.definition.fullName === "System.Collections.IEnumerable") ? table.known.object : null;
}
