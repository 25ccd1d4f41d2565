import type { TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { Declaration } from "@/policy/library/declare";
import { parseDeclaration } from "@/policy/library/parse-declaration";
import type { ParsedType } from "@/policy/library/parsed-type";
import { declaredNames, declaredNamespaces, mayHaveExtensions } from "./declared-names";
import { forbiddenType } from "./forbidden-types";
import { internTypes } from "./intern";
import { typeKeywords } from "./keywords";
import { knownTypes } from "./known-types";
import { LibraryType, type Surroundings } from "./library-type";
import { remember } from "./remember";
import type { AnonymousType, ArrayType, NamedType, SpecialType, Type } from "./type";
import type { Constant, TypeDefinition } from "./type-definition";
import { resolve, typeFromSyntax } from "./type-names";

/** Every type that expressions know. Types are interned here: two types that are equal are one object. */
export interface TypeTable {
  readonly definitions: readonly TypeDefinition[];
  /** Those of them that have extension methods. */
  readonly extensionHolders: readonly TypeDefinition[];
  readonly known: KnownTypes;
  /** By full name and number of type parameters: ("System.Func", 2). */
  definition(fullName: string, arity: number): TypeDefinition | null;
  /** A simple name as C# finds it with every namespace imported; keywords too. What is written qualified: see `member`. */
  find(name: string, arity: number): TypeDefinition | null;
  /** The type of this name within a namespace ("System.Text") or a type (TimeZoneInfo.AdjustmentRule). */
  findIn(container: string | TypeDefinition, name: string, arity: number): TypeDefinition | null;
  isNamespace(name: string): boolean;
  /** Full name of a .NET type that exists and is not for policies ("System.IO.File"), by simple or full name. */
  forbidden(name: string): string | null;

  construct(definition: TypeDefinition, arguments_: readonly Type[]): NamedType;
  arrayOf(element: Type): ArrayType;
  nullableOf(value: Type): NamedType;
  anonymous(properties: readonly { readonly name: string; readonly type: Type }[]): AnonymousType;

  fromSyntax(syntax: TypeSyntax): TypeResult;

  /** Members of declarations that name unknown types and were left out; complete when all members have been asked for. */
  readonly problems: readonly string[];
}

export type TypeResult =
  | { readonly type: Type }
  | {
      readonly type: null;
      readonly code: string;
      readonly message: string;
      readonly start: number;
      readonly end: number;
    };

/** Types that the language itself speaks of. */
export interface KnownTypes {
  readonly void: SpecialType;
  /** Of the literal null. */
  readonly null: SpecialType;
  readonly error: SpecialType;
  readonly object: NamedType;
  readonly string: NamedType;
  readonly bool: NamedType;
  readonly char: NamedType;
  readonly sbyte: NamedType;
  readonly byte: NamedType;
  readonly short: NamedType;
  readonly ushort: NamedType;
  readonly int: NamedType;
  readonly uint: NamedType;
  readonly long: NamedType;
  readonly ulong: NamedType;
  readonly float: NamedType;
  readonly double: NamedType;
  readonly decimal: NamedType;
  readonly exception: NamedType;
  readonly disposable: NamedType;
  readonly array: NamedType;
}

/** Stands in for a type that no declaration gives, so that a table of few declarations works too. */
const placeholder = (fullName: string, kind: ParsedType["kind"], parameters: readonly string[] = []): ParsedType => ({
  namespace: fullName.slice(0, fullName.lastIndexOf(".")),
  container: null,
  name: fullName.slice(fullName.lastIndexOf(".") + 1),
  kind,
  modifiers: [],
  attributes: [],
  typeParameters: parameters.map((name) => ({ name, variance: null, constraint: null, constraintTypes: [] })),
  bases: [],
  members: [],
  doc: "",
});

const kinds: ReadonlyMap<string, ParsedType["kind"]> = new Map([
  ["System.Object", "class"],
  ["System.String", "class"],
  ["System.Exception", "class"],
  ["System.Array", "class"],
  ["System.IDisposable", "interface"],
]);

/** The table of these declarations. Each is read when one of its types is first asked for. */
export function createTypeTable(declarations: readonly Declaration[]): TypeTable {
  const interned = internTypes();
  const definitions: LibraryType[] = [];
  const byFullName = new Map<string, LibraryType>();
  const bySimpleName = new Map<string, LibraryType>();
  const namespaces = new Set<string>();
  const problems: string[] = [];
  const unread = new Set(declarations);
  const declaring = new Map<string, Declaration[]>();

  const around: Surroundings = {
    resolve: (syntax, within, typeParameters) =>
      resolve(table, syntax, {
        parameter: (name) =>
          typeParameters.find((one) => one.name === name) ??
          within.typeParameters.find((one) => one.name === name) ??
          null,
        near: (name, arity) =>
          get(`${within.fullName}.${name}`, arity) ?? get(`${within.namespace}.${name}`, arity) ?? null,
      }),
    construct: interned.construct,
    object: () => known("System.Object"),
    enumBase: () => get("System.Enum", 0)?.self ?? known("System.Object"),
    int: () => known("System.Int32"),
    container: ({ namespace, container }) => (container === null ? null : get(`${namespace}.${container}`, 0)),
    constant: (path, within) => constantAt(path, within),
    report: (problem) => problems.push(problem),
  };

  function read(declaration: Declaration): void {
    if (unread.delete(declaration)) for (const parsed of parseDeclaration(declaration)) add(parsed);
  }

  function readDeclaring(name: string, arity: number): void {
    const pending = declaring.get(`${name}\`${arity}`);
    if (pending === undefined) return;
    declaring.delete(`${name}\`${arity}`);
    pending.forEach(read);
  }

  function get(fullName: string, arity: number): LibraryType | null {
    readDeclaring(fullName.slice(fullName.lastIndexOf(".") + 1), arity);
    return byFullName.get(`${fullName}\`${arity}`) ?? null;
  }

  function add(parsed: ParsedType): LibraryType {
    const type = new LibraryType(parsed, around);
    const arity = `\`${type.typeParameters.length}`;
    if (byFullName.has(type.fullName + arity)) problems.push(`${type.fullName}${arity} is declared twice`);
    definitions.push(type);
    byFullName.set(type.fullName + arity, type);
    if (parsed.container === null && !bySimpleName.has(type.name + arity)) bySimpleName.set(type.name + arity, type);
    return type;
  }

  function known(fullName: string): NamedType {
    const type = get(fullName, 0) ?? add(placeholder(fullName, kinds.get(fullName) ?? "struct"));
    return type.self;
  }

  function constantAt(path: readonly string[], within: LibraryType): Constant {
    const name = path.at(-1) as string;
    const typeName = path.slice(0, -1).join(".");
    const type = typeName === "" ? within : (table.find(typeName, 0) ?? table.definition(typeName, 0));
    const constant = type?.fields.find((field) => field.name === name)?.constant;
    if (constant === undefined) throw new Error(`no constant ${path.join(".")}`);
    return constant;
  }

  for (const declaration of declarations) {
    const names = declaredNames(declaration.text);
    for (const name of names) remember(declaring, name, (): Declaration[] => []).push(declaration);
    for (const namespace of ["System", ...declaredNamespaces(declaration.text)]) {
      const parts = namespace.split(".");
      for (let count = 1; count <= parts.length; count++) namespaces.add(parts.slice(0, count).join("."));
    }
  }
  const nullable = get("System.Nullable", 1) ?? add(placeholder("System.Nullable", "struct", ["T"]));

  const table: TypeTable = {
    get definitions() {
      unread.forEach(read);
      return definitions;
    },
    get extensionHolders() {
      for (const declaration of unread) if (mayHaveExtensions(declaration.text)) read(declaration);
      return definitions.filter((definition) => definition.hasExtensions);
    },
    problems,
    known: knownTypes((fullName) => known(fullName)),
    definition: get,
    find(name, arity) {
      const keyworded = arity === 0 ? typeKeywords.get(name) : undefined;
      if (keyworded !== undefined) return known(keyworded).definition;
      readDeclaring(name, arity);
      return bySimpleName.get(`${name}\`${arity}`) ?? null;
    },
    findIn: (container, name, arity) =>
      get(`${typeof container === "string" ? container : container.fullName}.${name}`, arity),
    isNamespace: (name) => namespaces.has(name),
    forbidden: forbiddenType,
    construct: interned.construct,
    arrayOf: interned.arrayOf,
    anonymous: interned.anonymous,
    nullableOf: (value) => interned.construct(nullable, [value]),
    fromSyntax: (syntax) => typeFromSyntax(table, syntax),
  };
  return table;
}
