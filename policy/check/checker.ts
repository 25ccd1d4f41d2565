import type { Report } from "@/policy/catalog/define";
import type { Diagnostics } from "@/policy/diagnostics";
import type { ScopeName, Section } from "@/policy/exchange";
import type { XmlElement } from "@/policy/xml/nodes";

/** Whether something of that name exists; "any" where the caller cannot know. */
export type Known = "any" | ((name: string) => boolean);

export interface CheckOptions {
  scope: ScopeName;
  kind: "policies" | "fragment";
  known: { namedValues: Known; backends: Known; fragments: Known; certificates: Known };
}

export interface Checker {
  options: CheckOptions;
  diagnostics: Diagnostics;
  /** How often each policy was met, in this document and in this section. */
  usedInDocument: Set<string>;
  usedInSection: Set<string>;
  /** null in a fragment: what includes it decides. */
  section: Section | null;
}

export const isKnown = (known: Known, name: string): boolean => known === "any" || known(name);

/** Reports about an element at its name, and about an attribute at the whole of it. */
export function reporter(checker: Checker, element: XmlElement): Report {
  return (at, code, ...args) => {
    const span = "nameSpan" in at ? at.nameSpan : at.span;
    checker.diagnostics.report(code, span, element.name, ...args);
  };
}
