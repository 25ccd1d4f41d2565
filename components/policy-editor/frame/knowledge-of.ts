import type { Json } from "@/lib/json";
import type { Knowledge, KnownThing } from "@/policy/knowledge";
import type { Resource } from "../../data/resource";

const text = (value: Json | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const known = (name: string, title: string | undefined): KnownThing =>
  title === undefined || title === name ? { name } : { name, title };

/** Resources, as the language knows them: by the names that a policy writes. */
export function knowledgeOf(lists: {
  namedValues: readonly Resource[];
  backends: readonly Resource[];
  fragments: readonly Resource[];
  certificates: readonly Resource[];
  loggers: readonly Resource[];
}): Knowledge {
  return {
    // A policy writes a named value's display name, never its id.
    namedValues: lists.namedValues.map(({ name, properties }) => ({
      ...known(text(properties.displayName) ?? name, text(properties.value)),
      ...((text(properties.displayName) ?? name) === name ? {} : { id: name }),
      isSecret: properties.secret === true,
    })),
    backends: lists.backends.map(({ name, properties }) =>
      known(name, text(properties.title) ?? text(properties.url) ?? text(properties.description)),
    ),
    fragments: lists.fragments.map(({ name, properties }) => ({
      ...known(name, text(properties.description)),
      text: text(properties.value) ?? "",
    })),
    certificates: lists.certificates.map(({ name, properties }) => known(name, text(properties.subject))),
    loggers: lists.loggers.map(({ name, properties }) => known(name, text(properties.description))),
  };
}
