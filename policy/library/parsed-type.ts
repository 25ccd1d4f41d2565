import type { Name, TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { Constant, TypeKind } from "@/policy/expression/types/type-definition";

/** A type as its declaration writes it, nothing looked up. Offsets are into the declaration's text. */
export interface ParsedType {
  readonly namespace: string;
  /** The type it stands in: "TimeZoneInfo" of TimeZoneInfo.AdjustmentRule; null for most. */
  readonly container: string | null;
  readonly name: string;
  readonly kind: TypeKind;
  readonly modifiers: readonly TypeModifier[];
  /** "Flags", "Beyond" */
  readonly attributes: readonly string[];
  readonly typeParameters: readonly ParsedTypeParameter[];
  /** What stands after the colon: the base class, if there is one, first; for an enum its underlying type. */
  readonly bases: readonly TypeSyntax[];
  /** Of an enum: fields with a constant. Of a delegate: one method named "Invoke". */
  readonly members: readonly ParsedMember[];
  readonly doc: string;
}

export type TypeModifier = "static" | "abstract" | "sealed";

export interface ParsedTypeParameter {
  readonly name: string;
  readonly variance: "in" | "out" | null;
  readonly constraint: "class" | "struct" | null;
  /** `where T : IComparable<T>` */
  readonly constraintTypes: readonly TypeSyntax[];
}

interface Declared {
  /** As written: "FromSeconds", "this", "new", "+", "implicit". */
  readonly name: string;
  /** See declare.ts. */
  readonly key: string;
  readonly isStatic: boolean;
  readonly beyond: boolean;
  readonly doc: string;
}

export type ParsedMember = ParsedMethod | ParsedProperty | ParsedField;

/** A constructor's return type is the type itself; an operator's name is its symbol, or "implicit" or "explicit". */
export interface ParsedMethod extends Declared {
  readonly kind: "method" | "constructor" | "operator";
  readonly isExtension: boolean;
  readonly typeParameters: readonly ParsedTypeParameter[];
  readonly parameters: readonly ParsedParameter[];
  readonly returnType: TypeSyntax;
}

/** Its setter's key is `set ${key}`. */
export interface ParsedProperty extends Declared {
  readonly kind: "property" | "indexer";
  readonly type: TypeSyntax;
  readonly parameters: readonly ParsedParameter[];
  readonly readable: boolean;
  readonly writable: boolean;
}

export interface ParsedField extends Declared {
  readonly kind: "field";
  readonly type: TypeSyntax;
  readonly isReadonly: boolean;
  /** Of a const and of an enum's member, as a value of the field's type; undefined otherwise. */
  readonly constant: ParsedConstant | undefined;
}

export interface ParsedParameter {
  readonly name: string;
  readonly modifier: "out" | "ref" | "params" | null;
  readonly type: TypeSyntax;
  readonly defaultValue: ParsedConstant | undefined;
}

/** A constant of another type is left to the type table: "Formatting.None", "int.MaxValue". */
export type ParsedConstant =
  | { readonly kind: "value"; readonly value: Constant }
  | { readonly kind: "default" }
  | { readonly kind: "name"; readonly path: readonly Name[] };
