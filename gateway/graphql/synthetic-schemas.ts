import { setImmediate as nextTurn } from "node:timers/promises";
import type { GraphQLSchema } from "graphql";
import type { SchemaDocument } from "@/contract/documents";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { ApiEntry } from "@/gateway/program/program";
import { Fault } from "@/policy/fault";

type Graphql = typeof import("graphql");
let loading: Promise<Graphql> | null = null;
/** Loaded with the first GraphQL request. */
export function graphqlLibrary(): Promise<Graphql> {
  loading ??= import("graphql");
  return loading;
}

/** What can be built without other requests waiting for long. */
const maxSchemaLength = 1024 * 1024;

const schemas = new WeakMap<SchemaDocument, Promise<GraphQLSchema>>();

/** Kept for as long as the document is. */
export function schemaOf(document: SchemaDocument, library: Graphql): Promise<GraphQLSchema> {
  const known = schemas.get(document);
  if (known !== undefined) return known;
  const made = built(document.text, library);
  schemas.set(document, made);
  return made;
}

/** In steps, between which other requests have their turn; rules of SDL that only tell of bad style are not looked at. */
async function built(text: string, { parse, buildASTSchema, validateSchema }: Graphql): Promise<GraphQLSchema> {
  if (text.length > maxSchemaLength) throw unusable(`It has more than ${maxSchemaLength} characters.`);
  try {
    const document = parse(text, { noLocation: true });
    await nextTurn();
    const schema = buildASTSchema(document, { assumeValidSDL: true });
    await nextTurn();
    const [problem] = validateSchema(schema);
    if (problem !== undefined) throw problem;
    return schema;
  } catch (cause) {
    throw unusable((cause as Error).message, cause);
  }
}

function unusable(why: string, cause?: unknown): Fault {
  const publicMessage = "The API's GraphQL schema cannot be used.";
  const message = `${publicMessage} ${why}`;
  return new Fault({ source: "graphql", reason: "SchemaInvalid", status: 500, message, publicMessage, cause });
}

/** The schema of a synthetic GraphQL API: one that has resolvers. null: its backend answers. */
export function syntheticSchema({ program }: GatewayExchange, api: ApiEntry): SchemaDocument | null {
  if (program === null || api.document.type !== "graphql" || api.resolvers === null) return null;
  for (const name of ["graphql", "default"]) {
    const document = program.documents.get(`${api.id}/schemas/${name}`);
    if (document?.type === "apis/schemas") return document.properties;
  }
  return null;
}
