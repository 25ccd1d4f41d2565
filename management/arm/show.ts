import type { Context } from "../context";
import type { Presenting, Resource } from "../resources/behaviour";
import { typeOfDocument } from "../resources/find";
import { armType, fullId } from "../resources/full-id";
import { hideSecrets } from "../resources/secret-fields";
import type { StoredDocument } from "../store/store";
import { readerOf } from "../verbs/reader";

export interface Showing {
  context: Context;
  query: URLSearchParams;
  verb: Presenting["verb"];
  origin: string;
  /** The path of what holds the document, in the casing of the request. */
  parentPath: string | null;
}

/** A document as ARM shows it: {id, type, name, properties}, or as its kind would have it. Never a secret. */
export async function show(document: StoredDocument, showing: Showing): Promise<Resource> {
  const { definition, behaviour } = typeOfDocument(document);
  const beside = definition.beside ?? [];
  const members = Object.entries(hideSecrets(definition, document.properties));
  const outside = Object.fromEntries(members.filter(([key]) => beside.includes(key)));
  const properties = Object.fromEntries(members.filter(([key]) => !beside.includes(key)));
  const resource: Resource = {
    id: fullId(document, showing.parentPath),
    type: armType(document.type),
    name: document.name,
    ...outside,
    properties,
  };
  if (behaviour.present === undefined) return resource;
  const { context, query, verb, origin } = showing;
  return behaviour.present({ document, resource, query, read: readerOf(context), verb, origin });
}
