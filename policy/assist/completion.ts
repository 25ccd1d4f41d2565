import type { Span } from "@/policy/xml/nodes";

/** What could stand at a place. */
export interface Completion {
  /** What it replaces. */
  from: number;
  to: number;
  items: readonly CompletionItem[];
}

export interface CompletionItem {
  label: string;
  kind: CompletionKind;
  /** A type or a signature, as C# writes it. */
  detail?: string;
  /** In English; of a policy, its purpose. */
  documentation?: string;
  /** Its `policyHelp` text, where the person's language has one, says more. */
  policy?: string;
  /** Goes into the text as it is. */
  insert: string;
  /** Of what is inserted: what is still to be filled in, in order. Without any the cursor goes behind it. */
  fields?: readonly Span[];
  /** More can be offered at the first field. */
  again?: boolean;
  /** Higher ones come first; 0 unless said. */
  boost?: number;
  /** It must be given here. */
  required?: boolean;
}

export type CompletionKind =
  | "element"
  | "attribute"
  | "value"
  | "named-value"
  | "reference"
  | "variable"
  | "header"
  | "expression"
  | "property"
  | "field"
  | "method"
  | "local"
  | "type"
  | "namespace"
  | "keyword";

/** What stands at a place, in words. */
export interface Hover extends Span {
  title: string;
  kind: "element" | "attribute" | "named-value" | "reference" | "code";
  /** As C# or XML writes it. */
  signature?: string;
  documentation?: string;
  /** A policy, whose `policyHelp` text says more; with its attribute, where it is about one. */
  policy?: string;
  attribute?: string;
  /** The public description. */
  link?: string;
  facts: readonly HoverFact[];
}

export type HoverFact =
  | { kind: "sections" | "scopes" | "allowed"; values: readonly string[] }
  | { kind: "type" | "default" | "reference-title"; value: string }
  | {
      kind:
        | "required"
        | "expressions"
        | "no-expressions"
        | "secret"
        | "plain"
        | "exists"
        | "missing"
        | "preview"
        | "once-per-section"
        | "once-per-document"
        | "beyond";
    };

/** The parameters of the call that an offset is in. */
export interface Signature extends Span {
  signatures: readonly { label: string; parameters: readonly Span[]; documentation?: string }[];
  /** The one that fits what has been written so far. */
  active: number;
  parameter: number;
}
