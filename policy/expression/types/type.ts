import type { TypeDefinition } from "./type-definition";

/** A type of C#. Types are interned by the type table: equal types are one object, so they are compared with ===. */
export type Type = NamedType | ArrayType | TypeParameter | AnonymousType | SpecialType;

interface Described {
  /** As the C# compiler shows it: "string", "List<int>", "int?". */
  readonly display: string;
  /** As the runtime shows it: "System.String", "System.Collections.Generic.List`1[System.Int32]". */
  readonly fullName: string;
}

/** A class, struct, interface, enum or delegate of the library; Nullable<T> among them. */
export interface NamedType extends Described {
  readonly kind: "named";
  readonly definition: TypeDefinition;
  /** Of its own type parameters inside its definition; of anything elsewhere. */
  readonly arguments: readonly Type[];
}

/** One dimension; string[][] is an array of arrays. */
export interface ArrayType extends Described {
  readonly kind: "array";
  readonly element: Type;
}

export interface TypeParameter extends Described {
  readonly kind: "parameter";
  readonly name: string;
  readonly constraint: "class" | "struct" | null;
  /** `where T : JToken` */
  readonly constraintTypes: readonly Type[];
}

export interface AnonymousType extends Described {
  readonly kind: "anonymous";
  readonly properties: readonly { readonly name: string; readonly type: Type }[];
}

/** void; the type of the literal null; and the type of what is wrong, which converts to all and raises no second error. */
export interface SpecialType extends Described {
  readonly kind: "special";
  readonly name: "void" | "null" | "error";
}
