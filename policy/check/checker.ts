import type { DocumentPlace, PolicyPlace, Report } from "@/policy/catalog/define";
import type { Diagnostics } from "@/policy/diagnostics";
import type { ScopeName } from "@/policy/exchange";
import type { XmlElement } from "@/policy/xml/nodes";

/** Whether something of that name exists; "any" where the caller cannot know. */
export type Known = "any" | ((name: string) => boolean);

/** "snippet": policies without a root around them, as people publish and paste them. */
export type DocumentKind = "policies" | "fragment" | "resolver" | "snippet";

export interface CheckOptions {
  /** "any": the caller does not know where the document will stand. */
  scope: ScopeName | "any";
  kind: DocumentKind;
  known: { namedValues: Known; backends: Known; fragments: Known; certificates: Known; loggers?: Known };
  /** The value of a named value that is no secret, so that the code it makes is checked too. */
  namedValue?: (name: string) => string | undefined;
  /** Which named values are secrets. */
  isSecret?: (name: string) => boolean;
  /** The text of a fragment that exists, so that what it holds is checked where it is included. */
  fragmentText?: (id: string) => string | undefined;
  place?: DocumentPlace;
  /** The document is to be run by a gateway of this version: what that does not support is a mistake. */
  runs?: boolean;
}

export interface Checker {
  options: CheckOptions;
  diagnostics: Diagnostics;
  /** How often each policy was met, in this document and in this section. */
  usedInDocument: Set<string>;
  usedInSection: Set<string>;
  /** null in a fragment or a snippet: what includes it decides. */
  section: PolicyPlace | null;
}

/** Whether the document may still wait for a deployment tool to fill it: where what is outside of it is not known either. */
export const mayHoldGaps = ({ options }: Checker): boolean => options.known.namedValues === "any";

export const isKnown = (known: Known, name: string): boolean => known === "any" || known(name);

/** Reports about an element at its name, and about an attribute at the whole of it. */
export function reporter(checker: Checker, element: XmlElement): Report {
  return (at, code, ...args) => {
    const span = "nameSpan" in at ? at.nameSpan : at.span;
    checker.diagnostics.report(code, span, element.name, ...args);
  };
}
