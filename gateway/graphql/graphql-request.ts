import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { decodedText } from "@/policy/kits/message/decoded-text";
import { NotInflatable } from "@/policy/kits/message/inflate-up-to";
import type { Message } from "@/policy/message";

/** GraphQL over HTTP: a query, which of its operations, and values for its variables. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

export const badGraphqlRequest = (message: string): Fault =>
  new Fault({ source: "graphql", reason: "GraphQLRequestInvalid", status: 400, message });

/** From the query of a GET, or the body of a POST. */
export async function readGraphqlRequest({ request, target }: Exchange): Promise<GraphqlRequest> {
  if (request.method === "GET") return fromParameters(new URLSearchParams(target.query));
  if (request.method !== "POST") throw badGraphqlRequest("A GraphQL request is a GET or a POST.");
  const text = await decoded(request);
  const contentType = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (contentType === "application/graphql") return { query: text, operationName: null, variables: {} };
  return fromMembers(parsed(text, "The request's body"));
}

async function decoded(request: Message): Promise<string> {
  try {
    return await decodedText(request);
  } catch (error) {
    if (error instanceof NotInflatable) throw badGraphqlRequest("The request's body cannot be decompressed.");
    throw error;
  }
}

function fromParameters(parameters: URLSearchParams): GraphqlRequest {
  const variables = parameters.get("variables");
  return fromMembers({
    query: parameters.get("query"),
    operationName: parameters.get("operationName"),
    variables: variables === null || variables === "" ? {} : parsed(variables, "'variables'"),
  });
}

export function fromMembers(value: unknown): GraphqlRequest {
  if (!isObject(value)) throw badGraphqlRequest("A GraphQL request is a JSON object with 'query'.");
  const { query, operationName = null, variables = null } = value;
  if (typeof query !== "string" || query.trim() === "") throw badGraphqlRequest("'query' must be a GraphQL document.");
  if (operationName !== null && typeof operationName !== "string") {
    throw badGraphqlRequest("'operationName' must be a text.");
  }
  if (variables !== null && !isObject(variables)) throw badGraphqlRequest("'variables' must be a JSON object.");
  if (isDeeper(variables, maxNesting)) throw badGraphqlRequest(`'variables' are nested more than ${maxNesting} deep.`);
  return { query, operationName: operationName === "" ? null : operationName, variables: variables ?? {} };
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badGraphqlRequest(`${what} is not JSON.`);
  }
}

const maxNesting = 100;

const isDeeper = (value: unknown, left: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (left === 0 || Object.values(value).some((each) => isDeeper(each, left - 1)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
