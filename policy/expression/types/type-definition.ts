import type { NamedType, Type, TypeParameter } from "./type";

export type TypeKind = "class" | "struct" | "interface" | "enum" | "delegate";

/** A type of the library with all that it declares, its names resolved when first asked for. */
export interface TypeDefinition {
  readonly name: string;
  /** "System.Linq"; empty for what the gateway adds, such as IResponse. */
  readonly namespace: string;
  /** "System.Collections.Generic.List" */
  readonly fullName: string;
  /** "int", "string", "object", for those that have one. */
  readonly keyword: string | null;
  readonly kind: TypeKind;
  readonly isStatic: boolean;
  readonly hasExtensions: boolean;
  readonly isAbstract: boolean;
  /** No class derives from it, so that a cast to an unrelated interface is an error. */
  readonly isSealed: boolean;
  /** The type it stands in: TimeZoneInfo of TimeZoneInfo.AdjustmentRule. */
  readonly container: TypeDefinition | null;
  /** int of most enums; null for what is no enum. */
  readonly underlying: NamedType | null;
  readonly typeParameters: readonly TypeParameter[];
  /** One per type parameter. */
  readonly variance: readonly ("in" | "out" | null)[];
  /** The type itself, constructed of its own type parameters. */
  readonly self: NamedType;
  /** null for object and for interfaces; object for a class that names none; System.ValueType is not modelled. */
  readonly base: NamedType | null;
  readonly interfaces: readonly NamedType[];
  readonly methods: readonly Method[];
  readonly constructors: readonly Method[];
  readonly properties: readonly Property[];
  readonly indexers: readonly Property[];
  readonly fields: readonly Field[];
  /** Operators by their symbol: "+", "==", "implicit", "explicit", "true". */
  readonly operators: readonly Method[];
  /** The signature of a delegate. */
  readonly invoke: Method | null;
  readonly doc: string;
}

interface Member {
  readonly name: string;
  /** As the declaration writes it: what a runtime implements it under. See policy/library/declare.ts. */
  readonly key: string;
  readonly declaring: TypeDefinition;
  readonly isStatic: boolean;
  readonly doc: string;
  /** It works here, but Azure refuses it: a warning says so. */
  readonly beyond: boolean;
}

export interface Method extends Member {
  readonly kind: "method" | "constructor" | "operator" | "invoke";
  readonly isExtension: boolean;
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  /** The constructed type, for a constructor. */
  readonly returnType: Type;
  /** The declared method that this one was made of by putting in types; itself when it is declared so. */
  readonly original: Method;
  /** What stands for the type parameters of the original: the declaring type's first, then the method's own. */
  readonly typeArguments: readonly Type[];
}

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly modifier: "out" | "ref" | "params" | null;
  readonly optional: boolean;
  readonly defaultValue: Constant;
}

export interface Property extends Member {
  readonly kind: "property" | "indexer";
  readonly type: Type;
  readonly parameters: readonly Parameter[];
  readonly readable: boolean;
  readonly writable: boolean;
  readonly original: Property;
}

export interface Field extends Member {
  readonly kind: "field";
  readonly type: Type;
  /** Of a const and of an enum's member; undefined for what is read when it runs. */
  readonly constant: Constant | undefined;
  readonly original: Field;
}

/** A raw value: see values/boxed.ts. decimal constants are kept as text: "1.50". */
export type Constant = string | number | bigint | boolean | null;
