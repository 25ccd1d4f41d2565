import { perTable } from "./per-table";
import { remember } from "./remember";
import { substituteMethod, substituteProperty } from "./substitute-member";
import type { NamedType, Type } from "./type";
import type { Field, Method, Parameter, Property, TypeDefinition } from "./type-definition";
import { argumentMap, baseOf, interfacesOf, substitute } from "./type-relations";
import type { TypeTable } from "./type-table";

export type FoundMember =
  | { readonly kind: "property"; readonly property: Property }
  | { readonly kind: "field"; readonly field: Field }
  /** All that one name means, nearest class first, without those that a nearer one overrides or hides. */
  | { readonly kind: "methods"; readonly methods: readonly Method[] }
  /** Length of an array. */
  | { readonly kind: "array-length" }
  | { readonly kind: "anonymous-property"; readonly index: number; readonly type: Type };

interface Members {
  readonly byName: Map<string, FoundMember | null>;
  levels: readonly NamedType[] | null;
  indexers: readonly Property[] | null;
  constructors: readonly Method[] | null;
  readonly operators: Map<string, readonly Method[]>;
  invoke: Method | null | undefined;
}

const kept = perTable(() => new Map<Type, Members>());

function membersOf(table: TypeTable, type: Type): Members {
  const all = kept(table);
  let members = all.get(type);
  if (members === undefined) {
    const byName = new Map<string, FoundMember | null>();
    const operators = new Map<string, readonly Method[]>();
    members = { byName, levels: null, indexers: null, constructors: null, operators, invoke: undefined };
    all.set(type, members);
  }
  return members;
}

/** The types whose members a value has, nearest first: the type and its bases; of an interface, all that it extends. */
function levelsOf(table: TypeTable, type: Type): readonly NamedType[] {
  const members = membersOf(table, type);
  members.levels ??= findLevels(table, type);
  return members.levels;
}

function findLevels(table: TypeTable, type: Type): readonly NamedType[] {
  if (type.kind === "special") return [];
  if (type.kind === "parameter") {
    return [...new Set([...type.constraintTypes.flatMap((one) => levelsOf(table, one)), table.known.object])];
  }
  if (type.kind === "named" && type.definition.kind === "interface")
    return [type, ...interfacesOf(table, type), table.known.object];
  const levels = type.kind === "named" ? [type] : [];
  for (let base = baseOf(table, type); base !== null; base = baseOf(table, base)) levels.push(base);
  return levels;
}

const sameParameters = (a: readonly Parameter[], b: readonly Parameter[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => {
    const other = b[at] as Parameter;
    const byReference = one.modifier === "out" || one.modifier === "ref";
    const otherByReference = other.modifier === "out" || other.modifier === "ref";
    return byReference === otherByReference && (one.type === other.type || one.type.display === other.type.display);
  });

const sameSignature = (a: Method, b: Method): boolean =>
  a.typeParameters.length === b.typeParameters.length && sameParameters(a.parameters, b.parameters);

/** What `.name` on a type or a value of it means, static or not; types are put in for the type's parameters. */
export function findMember(table: TypeTable, type: Type, name: string): FoundMember | null {
  return remember(membersOf(table, type).byName, name, () => lookUp(table, type, name));
}

function lookUp(table: TypeTable, type: Type, name: string): FoundMember | null {
  if (type.kind === "array" && name === "Length") return { kind: "array-length" };
  if (type.kind === "anonymous") {
    const index = type.properties.findIndex((property) => property.name === name);
    const property = type.properties[index];
    if (property !== undefined) return { kind: "anonymous-property", index, type: property.type };
  }
  const methods: Method[] = [];
  for (const level of levelsOf(table, type)) {
    const { definition } = level;
    const map = argumentMap(level);
    for (const method of namedMethods(table, definition).get(name) ?? []) {
      const own = substituteMethod(table, method, map);
      if (!methods.some((nearer) => sameSignature(nearer, own))) methods.push(own);
    }
    if (methods.length > 0) continue;
    const property = definition.properties.find((one) => one.name === name);
    if (property !== undefined) return { kind: "property", property: substituteProperty(table, property, map) };
    const field = definition.fields.find((one) => one.name === name);
    if (field !== undefined) return { kind: "field", field: { ...field, type: substitute(table, field.type, map) } };
  }
  return methods.length > 0 ? { kind: "methods", methods } : null;
}

const methodIndexes = perTable(() => new Map<TypeDefinition, Map<string, Method[]>>());

function namedMethods(table: TypeTable, definition: TypeDefinition): Map<string, Method[]> {
  return remember(methodIndexes(table), definition, () => {
    const index = new Map<string, Method[]>();
    for (const method of definition.methods) addTo(index, method);
    return index;
  });
}

function addTo(index: Map<string, Method[]>, method: Method): void {
  const known = index.get(method.name);
  if (known === undefined) index.set(method.name, [method]);
  else known.push(method);
}

export function indexersOf(table: TypeTable, type: Type): readonly Property[] {
  const members = membersOf(table, type);
  if (members.indexers === null) {
    const found: Property[] = [];
    for (const level of levelsOf(table, type)) {
      const map = argumentMap(level);
      for (const indexer of level.definition.indexers) {
        const own = substituteProperty(table, indexer, map);
        if (!found.some((nearer) => sameParameters(nearer.parameters, own.parameters))) found.push(own);
      }
    }
    members.indexers = found;
  }
  return members.indexers;
}

/** Of a struct without a parameterless one, `new T()` is its default and not among these. */
export function constructorsOf(table: TypeTable, type: Type): readonly Method[] {
  if (type.kind !== "named") return [];
  const members = membersOf(table, type);
  members.constructors ??= type.definition.constructors.map((one) => substituteMethod(table, one, argumentMap(type)));
  return members.constructors;
}

/** Operators by symbol ("+", "implicit"), inherited ones too. */
export function operatorsOf(table: TypeTable, type: Type, symbol: string): readonly Method[] {
  if (type.kind !== "named") return [];
  const { operators } = membersOf(table, type);
  let found = operators.get(symbol);
  if (found === undefined) {
    found = levelsOf(table, type).flatMap((level) =>
      level.definition.operators
        .filter((operator) => operator.name === symbol)
        .map((operator) => substituteMethod(table, operator, argumentMap(level))),
    );
    operators.set(symbol, found);
  }
  return found;
}

const extensions = perTable((table) => {
  const index = new Map<string, Method[]>();
  for (const definition of table.extensionHolders) {
    for (const method of definition.methods) if (method.isExtension) addTo(index, method);
  }
  return index;
});

/** Extension methods of a name in all static classes. */
export const extensionsNamed = (table: TypeTable, name: string): readonly Method[] => extensions(table).get(name) ?? [];

export const extensionNames = (table: TypeTable): Iterable<string> => extensions(table).keys();

/** The Invoke of a delegate type; null for other types. */
export function invokeOf(table: TypeTable, type: Type): Method | null {
  if (type.kind !== "named" || type.definition.kind !== "delegate") return null;
  const members = membersOf(table, type);
  if (members.invoke === undefined) {
    const { invoke } = type.definition;
    members.invoke = invoke === null ? null : substituteMethod(table, invoke, argumentMap(type));
  }
  return members.invoke;
}

/** Names for completion and suggestions: members of the type without extensions. */
export function memberNames(table: TypeTable, type: Type): readonly string[] {
  const names = new Set<string>();
  if (type.kind === "array") names.add("Length");
  if (type.kind === "anonymous") for (const property of type.properties) names.add(property.name);
  for (const { definition } of levelsOf(table, type)) {
    for (const member of [...definition.methods, ...definition.properties, ...definition.fields])
      names.add(member.name);
  }
  return [...names];
}
