import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import { Fault } from "@/policy/fault";
import type { SchemaResource } from "@/policy/host/resources";
import { RequestError } from "./graphql-errors";
import { type Measure, measure } from "./measure";

type Library = typeof import("graphql");

export interface DocumentLimits {
  readonly depth: number;
  readonly totalDepth: number | null;
  readonly complexity: number | null;
}

/** Words of a document; and fields and spreads that stand in it, as in Azure: some checks compare each with each. */
const maxTokens = 15_000;
const maxSelections = 250;

const schemas = new WeakMap<SchemaResource, GraphQLSchema>();

/** Kept for as long as the schema is what it is. */
export function graphqlSchema(resource: SchemaResource, { buildSchema }: Library): GraphQLSchema {
  let schema = schemas.get(resource);
  if (schema === undefined) {
    try {
      schema = buildSchema(resource.text);
    } catch (cause) {
      const message = `The API's GraphQL schema ${resource.id} cannot be used: ${(cause as Error).message}`;
      throw new Fault({ source: "validate-graphql-request", reason: "SchemaInvalid", status: 500, message, cause });
    }
    schemas.set(resource, schema);
  }
  return schema;
}

/** Parses a document and holds it against the schema and the limits; throws a RequestError. */
export function checkedDocument(
  query: string,
  schema: GraphQLSchema,
  limits: DocumentLimits,
  { parse, validate }: Library,
): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens });
  } catch (error) {
    // Nested so deeply that not even the parser follows.
    if (error instanceof RangeError) throw new RequestError({ message: "The query is nested too deeply." });
    throw new RequestError(asError(error as GraphQLError));
  }
  const selections = countSelections(document);
  if (selections > maxSelections) {
    throw new RequestError({
      message: `The query has ${selections} fields, and at most ${maxSelections} are allowed.`,
    });
  }
  const errors = validate(schema, document, undefined, { maxErrors: 20 });
  if (errors.length > 0) throw new RequestError(...errors.map(asError));
  checkMeasure(measure(document), limits);
  return document;
}

function checkMeasure(measured: Measure, { depth, totalDepth, complexity }: DocumentLimits): void {
  const checks = [
    ["depth", measured.depth, depth],
    ["total depth", measured.totalDepth, totalDepth],
    ["complexity", measured.fields, complexity],
  ] as const;
  for (const [what, found, most] of checks) {
    if (most === null || found <= most) continue;
    throw new RequestError({ message: `The query has a ${what} of ${found}, and at most ${most} is allowed.` });
  }
}

/** Without a call per level, since the parser lets more of them through than a stack may hold. */
function countSelections({ definitions }: DocumentNode): number {
  let count = 0;
  const open: { selectionSet?: { selections: readonly unknown[] } }[] = [...(definitions as never[])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const selections = next.selectionSet?.selections ?? [];
    count += selections.length;
    for (const each of selections) open.push(each as never);
  }
  return count;
}

const asError = ({ message, locations }: GraphQLError) =>
  locations === undefined
    ? { message }
    : { message, locations: locations.map(({ line, column }) => ({ line, column })) };
