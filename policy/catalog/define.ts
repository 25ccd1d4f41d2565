import type { DiagnosticCode, messages } from "@/policy/diagnostics";
import type { ScopeName, Section } from "@/policy/exchange";
import type { XmlAttribute, XmlElement } from "@/policy/xml/nodes";

/**
 * The grammar of one policy: what check.ts holds a document against, what the palette offers and what forms are drawn
 * from. Plain data, safe in any process.
 */
export interface PolicyDefinition extends ElementGrammar {
  name: string;
  category: PolicyCategory;
  attributes: Readonly<Record<string, AttributeDefinition>>;
  /** One sentence for the palette. */
  purpose: string;
  /** The public description. */
  docs: string;
  /** "step" runs; "expansion" is resolved before anything runs, as base is; "part" stands only inside other policies. */
  role: "step" | "expansion" | "part";
  sections: readonly PolicyPlace[];
  /** How firm it is; absent: generally available. */
  lifecycle?: "preview" | "undocumented";
  scopes: readonly ScopeName[];
  /** How often it may be used. */
  once?: "section" | "document";
}

/** Where a policy may stand: a section, or a resolver of a GraphQL field, which has no sections. */
export type PolicyPlace = Section | "resolver";

export type PolicyCategory =
  | "ai"
  | "authentication"
  | "caching"
  | "content-validation"
  | "control"
  | "cross-domain"
  | "dapr"
  | "graphql"
  | "integration"
  | "logging"
  | "rate-limiting"
  | "routing"
  | "transformation";

export interface ElementGrammar {
  /** "any": those of another language, such as XSLT. */
  attributes: Readonly<Record<string, AttributeDefinition>> | "any";
  /** Absent: no child elements. "policies": any policy that the section allows. "xml": any content at all. */
  children?: ChildGrammar | "policies" | "xml";
  /** Absent: no text. */
  text?: TextDefinition;
  constraints?: readonly Constraint[];
  /** What the rest of the grammar cannot say. */
  check?(element: XmlElement, report: Report, place: DocumentPlace): void;
}

/** What is known of where the document stands. */
export interface DocumentPlace {
  /** Of the operation that the document belongs to. */
  readonly urlTemplate?: string;
}

/** Reports about the element, or about one of its attributes. */
export type Report = <C extends DiagnosticCode>(
  at: XmlElement | XmlAttribute,
  code: C,
  ...args: Parameters<(typeof messages)[C]>
) => void;

export type ValueType =
  | "string"
  | "enum"
  | "boolean"
  | "int32"
  | "int64"
  | "uint32"
  | "integer"
  | "positiveInteger"
  | "nonNegativeInteger"
  | "float"
  | "double"
  | "dateTime";

interface ValueDefinition {
  type: ValueType;
  /** For "enum", in the order that a form shows. */
  allowed?: readonly string[];
  min?: number;
  max?: number;
  /** Whether the whole value may be an expression. */
  expressions: boolean;
  /** Why a literal, or what an expression always comes to, cannot be the value although it is of the type, or null. */
  problem?(value: string): string | null;
  form?: FormHint;
}

export interface AttributeDefinition extends ValueDefinition {
  required?: boolean;
  /** Required, but the empty text is a value too. */
  mayBeEmpty?: boolean;
  /** What its absence means, as it would be written. */
  default?: string;
  /** What a literal value names; checked to exist, and a foreign key of the document. `except` lists what names nothing. */
  refersTo?: { kind: ReferenceKind; except?: readonly string[] };
  /** Understood, but not run by this gateway: these values, or any; with a word for what is not supported. */
  unsupported?: { values: readonly string[] | "any"; what: string };
}
export type ReferenceKind = "backend" | "fragment" | "certificate" | "logger";

export interface TextDefinition extends ValueDefinition {
  required?: boolean;
}

/** How a form shows a value, beyond what its type says. Labels live in the message catalogs. */
export interface FormHint {
  control?: "line" | "lines" | "code" | "header-name" | "url" | "seconds" | "milliseconds" | "variable" | "status-code";
  /** Shown only when asked for, or when set. */
  advanced?: boolean;
  placeholder?: string;
}

export interface ChildGrammar {
  /** "sequence": in this order. "choice": in any order. "all": in any order, each at most once. */
  order: "sequence" | "choice" | "all";
  elements: readonly ChildDefinition[];
  /** At most one of the children runs, so each may use what only one policy of a section may be. */
  alternatives?: boolean;
}

export interface ChildDefinition {
  name: string;
  min: number;
  max: number | "unbounded";
  /** "policy": the policy of that name, wherever its own sections are. */
  grammar: ElementGrammar | "policy";
}

/** Rules between attributes. */
export type Constraint =
  | { kind: "exactly-one"; attributes: readonly string[] }
  | { kind: "at-least-one"; attributes: readonly string[] }
  | { kind: "at-most-one"; attributes: readonly string[] }
  | { kind: "needs"; attribute: string; needed: string };

export const everySection: readonly Section[] = ["inbound", "backend", "outbound", "on-error"];
export const everyScope: readonly ScopeName[] = ["global", "product", "api", "operation"];

/** The `id` that every policy accepts and that context.LastError returns as PolicyId. */
const id = { type: "string", expressions: false, form: { advanced: true } } as const;

export function definePolicy<const D extends PolicyDefinition>(
  definition: D,
): Omit<D, "attributes"> & { attributes: D["attributes"] & { id: typeof id } } {
  return { ...definition, attributes: { ...definition.attributes, id } };
}
