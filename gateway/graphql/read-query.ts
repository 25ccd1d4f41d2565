import type { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import { measure } from "@/policy/kits/graphql-request/measure";
import { badGraphqlRequest, type GraphqlRequest } from "./graphql-request";

type Graphql = typeof import("graphql");

/** Words of a query, and fields that it asks for, as written and with its fragments put in. */
const maxTokens = 15_000;
const maxWritten = 2_500;
const maxFields = 5_000;
const maxDepth = 50;
/** Where a query asks for the schema itself: what tools ask for has some two hundred. */
const maxIntrospected = 300;

/** Parses and validates; what is wrong with the query is told as GraphQL tells it. */
export function readQuery(
  request: GraphqlRequest,
  schema: GraphQLSchema,
  library: Graphql,
): { document: DocumentNode } | { errors: ExecutionResult["errors"] } {
  try {
    return read(request, schema, library);
  } catch (error) {
    // Lists and objects within one another until the stack ends.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

function read({ query }: GraphqlRequest, schema: GraphQLSchema, { parse, validate, visit, GraphQLError }: Graphql) {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  let written = 0;
  let introspects = false;
  visit(document, {
    Field: ({ name }) => {
      written++;
      introspects ||= name.value === "__schema" || name.value === "__type";
    },
  });
  // Before the validation, which compares fields of one name with one another.
  if (written > maxWritten) throw tooMany(maxWritten);
  const errors = validate(schema, document, undefined, { maxErrors: 20 });
  if (errors.length > 0) return { errors };
  const { depth, fields } = measure(document);
  if (depth > maxDepth) throw tooDeep();
  if (fields > maxFields) throw tooMany(maxFields);
  // Each of them has its answer thousands of times.
  if (introspects && fields > maxIntrospected) {
    throw badGraphqlRequest(`The query asks for more than ${maxIntrospected} fields of the schema itself.`);
  }
  return { document };
}

const tooDeep = () => badGraphqlRequest(`The query is nested more than ${maxDepth} levels deep.`);
const tooMany = (most: number) => badGraphqlRequest(`The query has more than ${most} fields.`);
