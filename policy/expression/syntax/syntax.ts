/** The syntax tree of C# 7 as API Management allows it. Offsets are into the text of the whole expression. */
export interface Positioned {
  readonly start: number;
  readonly end: number;
}

export interface Name extends Positioned {
  readonly text: string;
}

// Types as written

export type TypeSyntax = NamedTypeSyntax | ArrayTypeSyntax | NullableTypeSyntax | TupleTypeSyntax;

/** "string", "var", "List<int>", "System.Text.Encoding": parts from left to right, each with its own arguments. */
export interface NamedTypeSyntax extends Positioned {
  readonly kind: "named-type";
  readonly parts: readonly { readonly name: Name; readonly typeArguments: readonly TypeSyntax[] }[];
}
export interface ArrayTypeSyntax extends Positioned {
  readonly kind: "array-type";
  readonly element: TypeSyntax;
  /** 1 for [], 2 for [,]. */
  readonly rank: number;
}
export interface NullableTypeSyntax extends Positioned {
  readonly kind: "nullable-type";
  readonly inner: TypeSyntax;
}
export interface TupleTypeSyntax extends Positioned {
  readonly kind: "tuple-type";
}

// Expressions

export type Expression =
  | (Positioned & { readonly kind: "literal"; readonly value: LiteralValue })
  | (Positioned & { readonly kind: "interpolated"; readonly parts: readonly InterpolatedPart[] })
  /** Also keywords of types, as in int.Parse; generic names carry their arguments. */
  | (Positioned & { readonly kind: "name"; readonly name: Name; readonly typeArguments: readonly TypeSyntax[] | null })
  | (Positioned & {
      readonly kind: "member";
      readonly target: Expression;
      readonly name: Name;
      readonly typeArguments: readonly TypeSyntax[] | null;
    })
  | (Positioned & { readonly kind: "call"; readonly target: Expression; readonly arguments: readonly Argument[] })
  | (Positioned & { readonly kind: "index"; readonly target: Expression; readonly arguments: readonly Argument[] })
  /** target?.access, where the access starts from a "receiver" node: a?.b.c is (a, receiver.b.c). */
  | (Positioned & { readonly kind: "conditional-access"; readonly target: Expression; readonly access: Expression })
  | (Positioned & { readonly kind: "receiver" })
  | (Positioned & { readonly kind: "parenthesised"; readonly inner: Expression })
  | (Positioned & {
      readonly kind: "unary";
      readonly operator: "+" | "-" | "!" | "~";
      readonly operand: Expression;
    })
  | (Positioned & {
      readonly kind: "increment";
      readonly operator: "++" | "--";
      readonly isPrefix: boolean;
      readonly operand: Expression;
    })
  | (Positioned & {
      readonly kind: "binary";
      readonly operator: BinaryOperatorToken;
      readonly operatorAt: Positioned;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Positioned & {
      readonly kind: "assignment";
      /** "=" or a compound one: "+=". */
      readonly operator: "=" | "+=" | "-=" | "*=" | "/=" | "%=" | "&=" | "|=" | "^=" | "<<=" | ">>=";
      readonly target: Expression;
      readonly value: Expression;
    })
  | (Positioned & {
      readonly kind: "conditional";
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    })
  | (Positioned & { readonly kind: "cast"; readonly type: TypeSyntax; readonly operand: Expression })
  | (Positioned & { readonly kind: "as"; readonly operand: Expression; readonly type: TypeSyntax })
  | (Positioned & { readonly kind: "is"; readonly operand: Expression; readonly pattern: Pattern })
  | (Positioned & {
      readonly kind: "new";
      readonly type: TypeSyntax;
      /** null where only an initialiser stands: new List<int> { 1 }. */
      readonly arguments: readonly Argument[] | null;
      readonly initializer: Initializer | null;
    })
  | (Positioned & {
      readonly kind: "new-array";
      /** null for new[] { ... }. */
      readonly element: TypeSyntax | null;
      /** null where the initialiser says the length. */
      readonly length: Expression | null;
      readonly elements: readonly Expression[] | null;
    })
  | (Positioned & {
      readonly kind: "new-anonymous";
      readonly members: readonly { name: Name | null; value: Expression }[];
    })
  | (Positioned & {
      readonly kind: "lambda";
      readonly parameters: readonly { readonly name: Name; readonly type: TypeSyntax | null }[];
      readonly body: Expression | Block;
      readonly isDelegate: boolean;
    })
  /** type null: the literal `default`. */
  | (Positioned & { readonly kind: "default"; readonly type: TypeSyntax | null })
  | (Positioned & { readonly kind: "typeof"; readonly type: TypeSyntax })
  | (Positioned & { readonly kind: "nameof"; readonly operand: Expression })
  | (Positioned & { readonly kind: "checked"; readonly isChecked: boolean; readonly inner: Expression })
  | (Positioned & { readonly kind: "throw"; readonly operand: Expression })
  /** {{name}} outside of strings: anything at all, put in before the expression is compiled. */
  | (Positioned & { readonly kind: "named-value"; readonly name: string })
  /** What could not be read; a problem has been reported. */
  | (Positioned & { readonly kind: "missing" });

export type BinaryOperatorToken =
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
  | "&&"
  | "||"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | "??";

/** Numbers keep what their suffix or size says; the value of "decimal" is its text without the suffix. */
export type LiteralValue =
  | { readonly type: "null" }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "char"; readonly value: number }
  | { readonly type: "int" | "uint" | "float" | "double"; readonly value: number }
  | { readonly type: "long" | "ulong"; readonly value: bigint }
  | { readonly type: "decimal"; readonly value: string };

export type InterpolatedPart =
  | { readonly kind: "text"; readonly value: string }
  | {
      readonly kind: "hole";
      readonly value: Expression;
      readonly alignment: Expression | null;
      readonly format: string | null;
    };

export interface Argument extends Positioned {
  readonly name: Name | null;
  readonly modifier: "out" | "ref" | null;
  readonly value: Expression;
  /** `out var x`, `out int x`, `out _`: value is then "missing". */
  readonly declaration: { readonly type: TypeSyntax; readonly name: Name } | null;
}

/** { a, b } | { { "k", 1 } } | { Name = v } | { ["k"] = v } */
export interface Initializer extends Positioned {
  readonly elements: readonly InitializerElement[];
}
export type InitializerElement =
  | (Positioned & { readonly kind: "element"; readonly values: readonly Expression[] })
  | (Positioned & { readonly kind: "property"; readonly name: Name; readonly value: Expression | Initializer })
  | (Positioned & {
      readonly kind: "index";
      readonly arguments: readonly Argument[];
      readonly value: Expression | Initializer;
    });

export type Pattern =
  /** `is 5`, `is null`, and also `is Type`: which of the two a lone name means, the binder decides. */
  | (Positioned & { readonly kind: "constant-pattern"; readonly value: Expression })
  | (Positioned & { readonly kind: "type-pattern"; readonly type: TypeSyntax })
  /** `is string s`, `is var x`, `case int n`; the name "_" discards. */
  | (Positioned & { readonly kind: "declaration-pattern"; readonly type: TypeSyntax; readonly name: Name });

// Statements

export interface Block extends Positioned {
  readonly kind: "block";
  readonly statements: readonly Statement[];
}

export interface LocalDeclaration extends Positioned {
  readonly kind: "local";
  readonly type: TypeSyntax;
  readonly isConst: boolean;
  readonly variables: readonly { readonly name: Name; readonly value: Expression | ArrayInitializer | null }[];
}
/** int[] a = { 1, 2 }; */
export interface ArrayInitializer extends Positioned {
  readonly kind: "array-initializer";
  readonly elements: readonly Expression[];
}

export type Statement =
  | Block
  | LocalDeclaration
  | (Positioned & { readonly kind: "expression"; readonly expression: Expression })
  | (Positioned & { readonly kind: "empty" })
  | (Positioned & {
      readonly kind: "if";
      readonly condition: Expression;
      readonly then: Statement;
      readonly else: Statement | null;
    })
  | (Positioned & {
      readonly kind: "for";
      readonly initializers: readonly Statement[];
      readonly condition: Expression | null;
      readonly incrementors: readonly Expression[];
      readonly body: Statement;
    })
  | (Positioned & {
      readonly kind: "foreach";
      readonly type: TypeSyntax;
      readonly name: Name;
      readonly collection: Expression;
      readonly body: Statement;
    })
  | (Positioned & { readonly kind: "while"; readonly condition: Expression; readonly body: Statement })
  | (Positioned & { readonly kind: "do"; readonly body: Statement; readonly condition: Expression })
  | (Positioned & { readonly kind: "switch"; readonly value: Expression; readonly sections: readonly SwitchSection[] })
  | (Positioned & { readonly kind: "break" })
  | (Positioned & { readonly kind: "continue" })
  | (Positioned & { readonly kind: "goto-case"; readonly value: Expression | null })
  | (Positioned & { readonly kind: "return"; readonly value: Expression | null })
  | (Positioned & { readonly kind: "throw"; readonly value: Expression | null })
  | (Positioned & {
      readonly kind: "try";
      readonly block: Block;
      readonly catches: readonly CatchClause[];
      readonly finally: Block | null;
    })
  | (Positioned & {
      readonly kind: "using";
      readonly resource: LocalDeclaration | Expression;
      readonly body: Statement;
    })
  | (Positioned & { readonly kind: "checked"; readonly isChecked: boolean; readonly block: Block })
  | (Positioned & {
      readonly kind: "local-function";
      readonly returnType: TypeSyntax;
      readonly name: Name;
      readonly typeParameters: readonly Name[];
      readonly parameters: readonly FunctionParameter[];
      readonly body: Expression | Block;
    });

export interface FunctionParameter extends Positioned {
  readonly modifier: "out" | "ref" | "params" | null;
  readonly type: TypeSyntax;
  readonly name: Name;
  readonly defaultValue: Expression | null;
}
export interface SwitchSection extends Positioned {
  /** pattern null: `default:` */
  readonly labels: readonly (Positioned & { readonly pattern: Pattern | null; readonly when: Expression | null })[];
  readonly statements: readonly Statement[];
}
export interface CatchClause extends Positioned {
  readonly type: TypeSyntax | null;
  readonly name: Name | null;
  readonly when: Expression | null;
  readonly block: Block;
}

/** "@( expression )" or "@{ statements }" as a whole. */
export type ExpressionSyntax =
  | (Positioned & { readonly kind: "expression-body"; readonly expression: Expression })
  | (Positioned & { readonly kind: "statement-body"; readonly block: Block });
