import type {
  OperationDescription,
  RepresentationDescription,
  Resources,
  SchemaResource,
} from "@/policy/host/resources";
import { sampleOf } from "./sample-of";

export interface DescribedAnswer {
  readonly contentType: string;
  readonly body: string;
}

/**
 * What the matched operation's description says of a response: of that status, and then of that content type or else of
 * the first that has one. null: it says nothing, or nothing of its content.
 */
export function describedAnswer(
  resources: Resources,
  status: number,
  contentType: string | null,
): DescribedAnswer | null {
  const representation = representationOf(resources.description(), status, contentType);
  if (representation === null) return null;
  const body = representation.example ?? sampleBody(representation, resources);
  return body === null ? null : { contentType: representation.contentType, body };
}

function representationOf(
  description: OperationDescription | null,
  status: number,
  contentType: string | null,
): RepresentationDescription | null {
  const response = description?.responses.find(({ statusCode }) => statusCode === status);
  const all = response?.representations ?? [];
  const wanted = contentType === null ? null : mediaType(contentType);
  return all.find((each) => mediaType(each.contentType) === wanted) ?? all[0] ?? null;
}

/** Without parameters such as charset. */
const mediaType = (contentType: string): string => (contentType.split(";")[0] as string).trim().toLowerCase();

/** By type, for as long as the schema is what it is. */
const samples = new WeakMap<SchemaResource, Map<string | null, string | null>>();

function sampleBody(
  { contentType, schemaId, typeName }: RepresentationDescription,
  resources: Resources,
): string | null {
  if (schemaId === null || !/[/+]json$/.test(mediaType(contentType))) return null;
  const schema = resources.schema(schemaId);
  if (schema === null) return null;
  const known = samples.get(schema) ?? new Map<string | null, string | null>();
  samples.set(schema, known);
  let text = known.get(typeName);
  if (text === undefined) {
    text = sampleText(schema.text, typeName);
    known.set(typeName, text);
  }
  return text;
}

/** null: it is no JSON, or has no such type. */
function sampleText(text: string, typeName: string | null): string | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  const schema = typeName === null ? document : typeNamed(document, typeName);
  return schema === null ? null : JSON.stringify(sampleOf(schema, document), null, 2);
}

/** Where the documents of OpenAPI 3, of OpenAPI 2, and bare lists have their types. */
function typeNamed(document: unknown, name: string): unknown {
  const places = [["components", "schemas"], ["definitions"], ["schemas"], []];
  for (const place of places) {
    const types = place.reduce((found, part) => member(found, part), document);
    const schema = member(types, name);
    if (schema !== null) return schema;
  }
  return null;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : null;
