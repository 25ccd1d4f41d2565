import type { NamedTypeSyntax, TypeSyntax } from "@/policy/expression/syntax/syntax";
import type {
  ParsedConstant,
  ParsedField,
  ParsedMethod,
  ParsedParameter,
  ParsedProperty,
  ParsedType,
  ParsedTypeParameter,
} from "@/policy/library/parsed-type";
import { keywordOf } from "./keywords";
import type { NamedType, Type, TypeParameter } from "./type";
import type { Constant, Field, Method, Parameter, Property, TypeDefinition, TypeKind } from "./type-definition";

/** What a declaration needs of the table around it. */
export interface Surroundings {
  /** Names as `within` sees them: its type parameters, those of the method, then the library. Throws where there is none. */
  resolve(syntax: TypeSyntax, within: LibraryType, typeParameters: readonly TypeParameter[]): Type;
  construct(definition: TypeDefinition, arguments_: readonly Type[]): NamedType;
  object(): NamedType;
  enumBase(): NamedType;
  int(): NamedType;
  container(parsed: ParsedType): TypeDefinition | null;
  constant(path: readonly string[], within: LibraryType): Constant;
  report(problem: string): void;
}

const zeros: ReadonlyMap<string, Constant> = new Map<string, Constant>([
  ["bool", false],
  ["long", 0n],
  ["ulong", 0n],
  ["decimal", "0"],
  ...["char", "sbyte", "byte", "short", "ushort", "int", "uint", "float", "double"].map((name) => [name, 0] as const),
]);

/** A declared type; each kind of member is resolved when it is first asked for. */
export class LibraryType implements TypeDefinition {
  readonly name: string;
  readonly namespace: string;
  readonly fullName: string;
  readonly keyword: string | null;
  readonly kind: TypeKind;
  readonly isStatic: boolean;
  readonly hasExtensions: boolean;
  readonly isAbstract: boolean;
  readonly isSealed: boolean;
  readonly typeParameters: readonly TypeParameter[];
  readonly variance: readonly ("in" | "out" | null)[];
  readonly doc: string;
  readonly parsed: ParsedType;
  readonly #around: Surroundings;
  #kept = new Map<string, unknown>();

  constructor(parsed: ParsedType, around: Surroundings) {
    this.parsed = parsed;
    this.#around = around;
    this.name = parsed.name;
    this.namespace = parsed.namespace;
    this.fullName = [parsed.namespace, parsed.container, parsed.name].filter(Boolean).join(".");
    this.keyword = keywordOf(this.fullName);
    this.kind = parsed.kind;
    this.isStatic = parsed.modifiers.includes("static");
    this.hasExtensions = parsed.members.some((member) => member.kind === "method" && member.isExtension);
    this.isAbstract = parsed.modifiers.includes("abstract") || parsed.kind === "interface";
    this.isSealed = parsed.modifiers.includes("sealed") || (parsed.kind !== "class" && parsed.kind !== "interface");
    this.variance = parsed.typeParameters.map((parameter) => parameter.variance);
    this.doc = parsed.doc;
    this.typeParameters = this.#parameters(parsed.typeParameters, () => this.typeParameters);
  }

  get container(): TypeDefinition | null {
    return this.#once("container", () => this.#around.container(this.parsed));
  }
  get self(): NamedType {
    return this.#once("self", () => this.#around.construct(this, this.typeParameters));
  }
  get underlying(): NamedType | null {
    return this.#once("underlying", () => {
      if (this.kind !== "enum") return null;
      const [written] = this.parsed.bases;
      return written === undefined ? this.#around.int() : (this.#resolve(written) as NamedType);
    });
  }
  get base(): NamedType | null {
    return this.#once("base", () => {
      if (this.kind === "interface" || this.fullName === "System.Object") return null;
      if (this.kind === "enum") return this.#around.enumBase();
      return this.#bases.find((type) => type.definition.kind === "class") ?? this.#around.object();
    });
  }
  get interfaces(): readonly NamedType[] {
    return this.#once("interfaces", () => this.#bases.filter((type) => type.definition.kind === "interface"));
  }
  get #bases(): readonly NamedType[] {
    return this.#once("bases", () =>
      this.kind === "enum" ? [] : this.#all(this.parsed.bases, (written) => this.#resolve(written) as NamedType),
    );
  }
  get methods(): readonly Method[] {
    return this.#methods("method");
  }
  get constructors(): readonly Method[] {
    return this.#methods("constructor");
  }
  get operators(): readonly Method[] {
    return this.#methods("operator");
  }
  get invoke(): Method | null {
    if (this.kind !== "delegate") return null;
    return this.#once("invoke", () => {
      const [written] = this.#methods("method");
      if (written === undefined) return null;
      const invoke: { -readonly [Key in keyof Method]: Method[Key] } = { ...written, kind: "invoke" };
      invoke.original = invoke;
      return invoke;
    });
  }
  get properties(): readonly Property[] {
    return this.#properties("property");
  }
  get indexers(): readonly Property[] {
    return this.#properties("indexer");
  }
  get fields(): readonly Field[] {
    return this.#once("fields", () =>
      this.#all(
        this.parsed.members.filter((member): member is ParsedField => member.kind === "field"),
        (member) => this.#field(member),
      ),
    );
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /** What cannot be resolved is left out and reported, so that one wrong name spoils one member. */
  #all<From, To>(from: readonly From[], make: (one: From) => To): To[] {
    return from.flatMap((one) => {
      try {
        return [make(one)];
      } catch (problem) {
        const member = typeof one === "object" && one !== null && "key" in one ? `.${one.key}` : "";
        this.#around.report(
          `${this.fullName}${member}: ${problem instanceof Error ? problem.message : String(problem)}`,
        );
        return [];
      }
    });
  }

  #resolve(syntax: TypeSyntax, parameters: readonly TypeParameter[] = []): Type {
    return this.#around.resolve(syntax, this, parameters);
  }

  #parameters(
    parsed: readonly ParsedTypeParameter[],
    scope: () => readonly TypeParameter[],
    inMethod = false,
  ): TypeParameter[] {
    return parsed.map(({ name, constraint, constraintTypes }) => {
      let types: readonly Type[] | null = null;
      const resolve = () =>
        this.#all(constraintTypes, (written) => this.#resolve(written as NamedTypeSyntax, inMethod ? scope() : []));
      return {
        kind: "parameter",
        name,
        display: name,
        fullName: name,
        constraint,
        get constraintTypes() {
          types ??= resolve();
          return types;
        },
      };
    });
  }

  #member(member: { name: string; key: string; isStatic: boolean; beyond: boolean; doc: string }) {
    const { name, key, isStatic, beyond, doc } = member;
    return { name, key, isStatic, beyond, doc, declaring: this as TypeDefinition };
  }

  #methods(kind: ParsedMethod["kind"]): readonly Method[] {
    return this.#once(kind, () =>
      this.#all(
        this.parsed.members.filter((member): member is ParsedMethod => member.kind === kind),
        (member) => this.#method(member),
      ),
    );
  }

  #method(parsed: ParsedMethod): Method {
    const typeParameters: TypeParameter[] = this.#parameters(parsed.typeParameters, () => typeParameters, true);
    const method: Omit<Method, "original"> & { original: Method | null } = {
      ...this.#member(parsed),
      kind: parsed.kind,
      isExtension: parsed.isExtension,
      typeParameters,
      parameters: parsed.parameters.map((parameter) => this.#parameter(parameter, typeParameters)),
      returnType: parsed.kind === "constructor" ? this.self : this.#resolve(parsed.returnType, typeParameters),
      original: null,
      typeArguments: [...this.typeParameters, ...typeParameters],
    };
    method.original = method as Method;
    return method as Method;
  }

  #properties(kind: ParsedProperty["kind"]): readonly Property[] {
    return this.#once(kind, () =>
      this.#all(
        this.parsed.members.filter((member): member is ParsedProperty => member.kind === kind),
        (member) => {
          const property: Omit<Property, "original"> & { original: Property | null } = {
            ...this.#member(member),
            kind,
            type: this.#resolve(member.type),
            parameters: member.parameters.map((parameter) => this.#parameter(parameter, [])),
            readable: member.readable,
            writable: member.writable,
            original: null,
          };
          property.original = property as Property;
          return property as Property;
        },
      ),
    );
  }

  #field(parsed: ParsedField): Field {
    const field: Omit<Field, "original" | "constant"> & { original: Field | null; constant: Constant | undefined } = {
      ...this.#member(parsed),
      kind: "field",
      isStatic: this.kind === "enum" || parsed.isStatic || parsed.constant !== undefined,
      type: this.kind === "enum" ? this.self : this.#resolve(parsed.type),
      constant: undefined,
      original: null,
    };
    if (parsed.constant !== undefined) field.constant = this.#constant(parsed.constant, field.type);
    field.original = field as Field;
    return field as Field;
  }

  #parameter(parsed: ParsedParameter, typeParameters: readonly TypeParameter[]): Parameter {
    const type = this.#resolve(parsed.type, typeParameters);
    const { name, modifier, defaultValue } = parsed;
    const optional = defaultValue !== undefined;
    return { name, modifier, type, optional, defaultValue: optional ? this.#constant(defaultValue, type) : null };
  }

  #constant(constant: ParsedConstant, type: Type): Constant {
    switch (constant.kind) {
      case "value":
        return constant.value;
      case "name":
        return this.#around.constant(
          constant.path.map((name) => name.text),
          this,
        );
      case "default":
        if (type.kind === "named" && type.definition.kind === "enum") return 0;
        return zeros.get(type.display) ?? null;
    }
  }
}
