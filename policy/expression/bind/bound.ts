import type { AnonymousType, ArrayType, Type } from "@/policy/expression/types/type";
import type { Constant, Field, Method, Property } from "@/policy/expression/types/type-definition";

/**
 * The tree after binding: every name resolved, every conversion written out, every overload chosen, so that what runs it
 * decides nothing more. Offsets are for run-time errors and tools.
 */
interface Node {
  readonly start: number;
  readonly end: number;
}
interface Valued extends Node {
  readonly type: Type;
}

/** A local, a parameter, a pattern's or a catch's variable, or the `context` itself; compared by identity. */
export interface LocalSymbol {
  readonly name: string;
  readonly type: Type;
  readonly role: "local" | "parameter" | "context" | "placeholder";
  /** out and ref parameters of local functions hold a Ref. */
  readonly isByRef: boolean;
  /** Used inside a lambda or local function that it was declared outside of. */
  captured: boolean;
}

export interface LocalFunctionSymbol {
  readonly name: string;
  readonly parameters: readonly LocalSymbol[];
  readonly returnType: Type;
}

export type BoundExpression =
  /** Raw value of `type`; null for reference types and Nullable. Decimals as text. */
  | (Valued & { readonly kind: "literal"; readonly value: Constant })
  | (Valued & { readonly kind: "local"; readonly symbol: LocalSymbol })
  | (Valued & {
      readonly kind: "conversion";
      readonly conversion: ConversionKind;
      readonly operand: BoundExpression;
      readonly isChecked: boolean;
    })
  | (Valued & {
      readonly kind: "unary";
      readonly operator: "+" | "-" | "!" | "~";
      readonly on: OperandKind;
      readonly lifted: boolean;
      readonly operand: BoundExpression;
      readonly isChecked: boolean;
    })
  | (Valued & {
      readonly kind: "binary";
      readonly operator: BoundBinaryOperator;
      /** What both operands have been converted to. */
      readonly on: OperandKind;
      /** Operands are Nullable of it, and null wins (or compares as C# says). */
      readonly lifted: boolean;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
      readonly isChecked: boolean;
    })
  /** && and || on bool. */
  | (Valued & {
      readonly kind: "logical";
      readonly operator: "&&" | "||";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  /** left ?? right: when left is not null, `convertLeft` of the placeholder is the result. */
  | (Valued & {
      readonly kind: "coalesce";
      readonly left: BoundExpression;
      readonly placeholder: LocalSymbol;
      readonly convertLeft: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Valued & {
      readonly kind: "conditional";
      readonly condition: BoundExpression;
      readonly whenTrue: BoundExpression;
      readonly whenFalse: BoundExpression;
    })
  /** receiver?.access: null when the receiver is null; the placeholder holds it (unwrapped, of a Nullable) otherwise. */
  | (Valued & {
      readonly kind: "conditional-access";
      readonly receiver: BoundExpression;
      readonly placeholder: LocalSymbol;
      readonly access: BoundExpression;
    })
  | (Valued & { readonly kind: "assignment"; readonly target: BoundTarget; readonly value: BoundExpression })
  /** target op= value: the target is read once into the placeholder; `result` works on it and is converted to the target's type. */
  | (Valued & {
      readonly kind: "compound-assignment";
      readonly target: BoundTarget;
      readonly placeholder: LocalSymbol;
      readonly result: BoundExpression /** i++: the value is what the target held before. */;
      readonly givesOld: boolean;
    })
  /** Methods, user-defined operators and conversions, and extension methods (whose receiver is the first argument). */
  | (Valued & {
      readonly kind: "call";
      readonly method: Method;
      readonly receiver: BoundExpression | null;
      readonly arguments: readonly BoundArgument[];
    })
  | (Valued & {
      readonly kind: "delegate-call";
      readonly target: BoundExpression;
      readonly invoke: Method;
      readonly arguments: readonly BoundArgument[];
    })
  | (Valued & {
      readonly kind: "local-call";
      readonly function: LocalFunctionSymbol;
      readonly arguments: readonly BoundArgument[];
    })
  /** receiver null: static. */
  | (Valued & {
      readonly kind: "property";
      readonly property: Property;
      readonly receiver: BoundExpression | null;
      readonly arguments: readonly BoundExpression[];
    })
  | (Valued & { readonly kind: "field"; readonly field: Field; readonly receiver: BoundExpression | null })
  | (Valued & { readonly kind: "anonymous-property"; readonly receiver: BoundExpression; readonly index: number })
  | (Valued & { readonly kind: "element"; readonly array: BoundExpression; readonly index: BoundExpression })
  | (Valued & { readonly kind: "array-length"; readonly array: BoundExpression })
  | (Valued & {
      readonly kind: "new";
      readonly constructor_: Method;
      readonly arguments: readonly BoundArgument[];
      readonly initializer: BoundInitializer | null;
    })
  /** default value of a struct: new DateTime(), default(Guid). Of primitives and references it is a literal. */
  | (Valued & { readonly kind: "default" })
  | (Valued & {
      readonly kind: "new-array";
      readonly arrayType: ArrayType;
      readonly length: BoundExpression | null;
      readonly elements: readonly BoundExpression[] | null;
    })
  | (Valued & {
      readonly kind: "new-anonymous";
      readonly anonymous: AnonymousType;
      readonly values: readonly BoundExpression[];
    })
  /** type is the delegate type it was converted to. */
  | (Valued & {
      readonly kind: "lambda";
      readonly invoke: Method;
      readonly parameters: readonly LocalSymbol[];
      readonly body: BoundBlock | BoundExpression;
    })
  /** A method or local function as a delegate. */
  | (Valued & {
      readonly kind: "method-group";
      readonly invoke: Method;
      readonly method: Method | LocalFunctionSymbol;
      readonly receiver: BoundExpression | null;
    })
  /** `is Type`, patterns; type bool. */
  | (Valued & { readonly kind: "is"; readonly operand: BoundExpression; readonly pattern: BoundPattern })
  | (Valued & { readonly kind: "as"; readonly operand: BoundExpression })
  | (Valued & { readonly kind: "interpolated"; readonly parts: readonly BoundInterpolatedPart[] })
  | (Valued & { readonly kind: "throw-expression"; readonly operand: BoundExpression })
  /** Stands for what was wrong; never reaches the emitter. */
  | (Valued & { readonly kind: "bad" });

/** What may stand left of =. "discard" is `_`. */
export type BoundTarget =
  | Extract<BoundExpression, { kind: "local" | "property" | "element" | "field" }>
  | (Valued & { readonly kind: "discard" });

export interface BoundArgument {
  readonly parameter: number;
  readonly modifier: "out" | "ref" | null;
  /**
   * In the order of evaluation; `parameter` says where it goes. Optional parameters left out and the array of a params
   * parameter are written out. Of an out or ref argument, what it refers to.
   */
  readonly value: BoundExpression | BoundTarget;
}

export type ConversionKind =
  | "identity"
  /** Between sbyte byte short ushort int uint long ulong float double decimal char and enums, by the two types. */
  | "numeric"
  /** Value type to object, an interface or a type parameter. */
  | "boxing"
  /** object or an interface to a value type or Nullable: InvalidCastException, or NullReferenceException for null. */
  | "unboxing"
  /** Always succeeds: derived to wider, null to a reference, variance. */
  | "reference"
  /** Checked when it runs: InvalidCastException "Unable to cast object of type 'X' to type 'Y'." */
  | "reference-cast"
  /** T to T?; operand has been converted to T. */
  | "to-nullable"
  /** T? to T: InvalidOperationException "Nullable object must have a value." */
  | "from-nullable"
  /** S? to T? through a numeric conversion; null stays null. */
  | "nullable-numeric";

/** bool here is & | ^ == !=; "object" is == and != by reference; "string" is == != and + of two strings (null is empty). */
export type OperandKind =
  | "int"
  | "uint"
  | "long"
  | "ulong"
  | "float"
  | "double"
  | "decimal"
  | "bool"
  | "string"
  | "object"
  | "enum"
  | "delegate";
/** "concat": + where one operand is a string: both are converted to object or string; boxed text of each is joined. */
export type BoundBinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "=="
  | "!="
  | "<"
  | ">"
  | "<="
  | ">="
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | "concat";

export type BoundInterpolatedPart =
  | { readonly kind: "text"; readonly value: string }
  /** The value is converted to object. */
  | {
      readonly kind: "hole";
      readonly value: BoundExpression;
      readonly alignment: number | null;
      readonly format: string | null;
    };

export type BoundInitializer =
  /** Calls of Add with the new object as receiver placeholder. */
  | { readonly kind: "collection"; readonly placeholder: LocalSymbol; readonly adds: readonly BoundExpression[] }
  /** Assignments to properties and indexers of the placeholder; nested initialisers work on a value read from it. */
  | { readonly kind: "object"; readonly placeholder: LocalSymbol; readonly steps: readonly BoundInitializerStep[] };
export type BoundInitializerStep =
  | { readonly kind: "assign"; readonly assignment: BoundExpression }
  | { readonly kind: "nested"; readonly value: BoundExpression; readonly initializer: BoundInitializer };

export type BoundPattern =
  | { readonly kind: "constant"; readonly value: BoundExpression }
  | { readonly kind: "type"; readonly type: Type }
  /** symbol null: discarded. isVar matches null too. */
  | { readonly kind: "declaration"; readonly type: Type; readonly symbol: LocalSymbol | null; readonly isVar: boolean };

export interface BoundBlock extends Node {
  readonly kind: "block";
  readonly statements: readonly BoundStatement[];
}

export type BoundStatement =
  | BoundBlock
  | (Node & { readonly kind: "local"; readonly symbol: LocalSymbol; readonly value: BoundExpression | null })
  | (Node & { readonly kind: "expression"; readonly expression: BoundExpression })
  | (Node & {
      readonly kind: "if";
      readonly condition: BoundExpression;
      readonly then: BoundStatement;
      readonly else: BoundStatement | null;
    })
  | (Node & {
      readonly kind: "for";
      readonly initializers: readonly BoundStatement[];
      readonly condition: BoundExpression | null;
      readonly incrementors: readonly BoundExpression[];
      readonly body: BoundStatement;
    })
  /** Each element is given boxed; `convert` turns the placeholder (of the element type) into the variable's type. */
  | (Node & {
      readonly kind: "foreach";
      readonly symbol: LocalSymbol;
      readonly collection: BoundExpression;
      readonly placeholder: LocalSymbol;
      readonly convert: BoundExpression;
      readonly body: BoundStatement;
    })
  | (Node & { readonly kind: "while"; readonly condition: BoundExpression; readonly body: BoundStatement })
  | (Node & { readonly kind: "do"; readonly body: BoundStatement; readonly condition: BoundExpression })
  /** Sections in order; a section never falls through. `next` of goto-case is an index into sections. */
  | (Node & {
      readonly kind: "switch";
      readonly value: BoundExpression;
      readonly sections: readonly BoundSwitchSection[];
    })
  | (Node & { readonly kind: "break" })
  | (Node & { readonly kind: "continue" })
  | (Node & { readonly kind: "goto-case"; readonly section: number })
  | (Node & { readonly kind: "return"; readonly value: BoundExpression | null })
  /** null: rethrow. */
  | (Node & { readonly kind: "throw"; readonly value: BoundExpression | null })
  | (Node & {
      readonly kind: "try";
      readonly block: BoundBlock;
      readonly catches: readonly BoundCatch[];
      readonly finally: BoundBlock | null;
    })
  /** Dispose is called on what is not null, through `dispose` of the placeholder. */
  | (Node & {
      readonly kind: "using";
      readonly symbol: LocalSymbol;
      readonly value: BoundExpression;
      readonly dispose: BoundExpression | null;
      readonly body: BoundStatement;
    })
  | (Node & {
      readonly kind: "local-function";
      readonly function: LocalFunctionSymbol;
      readonly body: BoundBlock | BoundExpression;
    });

export interface BoundSwitchSection {
  readonly labels: readonly { readonly pattern: BoundPattern | null; readonly when: BoundExpression | null }[];
  readonly statements: readonly BoundStatement[];
}
export interface BoundCatch {
  readonly type: Type | null;
  readonly symbol: LocalSymbol | null;
  readonly when: BoundExpression | null;
  readonly block: BoundBlock;
}

/** A whole policy expression. */
export interface BoundProgram {
  readonly context: LocalSymbol;
  readonly body: BoundBlock | BoundExpression;
  /** The type of the value; object where returns disagree. Values are given back boxed. */
  readonly type: Type;
  /** Which bodies must be at hand before it can run. */
  readonly reads: { readonly requestBody: boolean; readonly responseBody: boolean };
}
