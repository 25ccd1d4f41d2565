import type { AttributeDefinition, ReferenceKind, TextDefinition } from "@/policy/catalog/define";
import type { Knowledge, KnownThing } from "@/policy/knowledge";
import type { CompletionItem } from "./completion";
import { headerNames } from "./header-names";

/** What a value may be: what it names, one of a few words, its default, or an expression. */
export function valueItems(
  definition: AttributeDefinition | TextDefinition,
  isEmpty: boolean,
  knowledge: Knowledge | null,
  variables: readonly string[],
): CompletionItem[] {
  const { type, allowed, form, expressions } = definition;
  const usual = "default" in definition ? definition.default : undefined;
  const unsupported = "unsupported" in definition ? (definition.unsupported?.values ?? []) : [];
  const items = new Map<string, CompletionItem>();
  const add = (label: string, more: Partial<CompletionItem> = {}) => {
    if (!items.has(label)) items.set(label, { label, kind: "value", insert: label, ...more });
  };
  for (const value of allowed ?? []) if (unsupported !== "any" && !unsupported.includes(value)) add(value);
  if (type === "boolean") for (const value of ["true", "false"]) add(value);
  if ("refersTo" in definition && definition.refersTo !== undefined) {
    const { kind, except = [] } = definition.refersTo;
    for (const { name, title } of knowledge === null ? [] : thingsOf(knowledge, kind)) {
      add(name, { kind: "reference", ...(title === undefined ? {} : { detail: title }) });
    }
    for (const name of except) add(name);
  }
  if (form?.control === "header-name") for (const name of headerNames) add(name, { kind: "header" });
  if (form?.control === "variable") for (const name of variables) add(name, { kind: "variable" });
  if (usual !== undefined) {
    items.delete(usual);
    add(usual, { boost: 10 });
  }
  if (expressions && isEmpty) {
    add("@()", { kind: "expression", fields: [{ start: 2, end: 2 }], again: true, boost: -10 });
    add("@{ }", {
      kind: "expression",
      insert: "@{ return ; }",
      fields: [{ start: 10, end: 10 }],
      again: true,
      boost: -11,
    });
  }
  return [...items.values()];
}

export function thingsOf(knowledge: Knowledge, kind: ReferenceKind): readonly KnownThing[] {
  switch (kind) {
    case "backend":
      return knowledge.backends;
    case "fragment":
      return knowledge.fragments;
    case "certificate":
      return knowledge.certificates;
    case "logger":
      return knowledge.loggers;
  }
}
