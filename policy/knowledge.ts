import type { CheckOptions, DocumentKind } from "./check/checker";
import type { ScopeName } from "./exchange";

/** What exists around a policy document, as far as it may be referred to; plain data, so that it can be sent to a worker. */
export interface Knowledge {
  namedValues: readonly KnownNamedValue[];
  backends: readonly KnownThing[];
  fragments: readonly (KnownThing & { text: string })[];
  certificates: readonly KnownThing[];
  loggers: readonly KnownThing[];
}
export interface KnownThing {
  /** As a policy writes it. */
  name: string;
  /** What people call it, or what it is: a title, a URL. */
  title?: string;
}
export interface KnownNamedValue extends KnownThing {
  /** Of the resource, where it is another than the name. */
  id?: string;
  isSecret: boolean;
}

/** Where a policy document stands. */
export interface Standing {
  kind: DocumentKind;
  scope: ScopeName | "any";
  /** Of the operation that it belongs to. */
  urlTemplate?: string;
}

/** The same check that the server makes when the document is saved. Ids of resources do not mind their case. */
export function checkOptionsOf(knowledge: Knowledge, { kind, scope, urlTemplate }: Standing): CheckOptions {
  const oneOf = (things: readonly KnownThing[]) => {
    const names = new Set(things.map(({ name }) => name.toLowerCase()));
    return (name: string) => names.has(name.toLowerCase());
  };
  const namedValues = new Set(knowledge.namedValues.map(({ name }) => name));
  const texts = new Map(knowledge.fragments.map(({ name, text }) => [name.toLowerCase(), text]));
  return {
    kind,
    scope,
    runs: true,
    known: {
      namedValues: (name) => namedValues.has(name),
      backends: oneOf(knowledge.backends),
      fragments: oneOf(knowledge.fragments),
      certificates: oneOf(knowledge.certificates),
      loggers: oneOf(knowledge.loggers),
    },
    fragmentText: (id) => texts.get(id.toLowerCase()),
    place: urlTemplate === undefined ? {} : { urlTemplate },
  };
}
