import type { ExecutionResult } from "graphql";
import type { SchemaDocument } from "@/contract/documents";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { ApiEntry } from "@/gateway/program/program";
import { textBody } from "@/policy/body";
import { type Flow, proceed } from "@/policy/exchange";
import { newResponse } from "@/policy/message";
import { executeQuery } from "./graphql-engine";
import { badGraphqlRequest, readGraphqlRequest } from "./graphql-request";
import { readQuery } from "./read-query";
import { graphqlLibrary, schemaOf } from "./synthetic-schemas";

/** In the place of a backend: resolves the request's fields by their policies. */
export async function answerGraphql(exchange: GatewayExchange, api: ApiEntry, document: SchemaDocument): Promise<Flow> {
  const library = await graphqlLibrary();
  const schema = await schemaOf(document, library);
  const request = await readGraphqlRequest(exchange);
  const read = readQuery(request, schema, library);
  if ("errors" in read) {
    answer(exchange, 400, { errors: read.errors ?? [] });
    return proceed;
  }
  const operation = library.getOperationAST(read.document, request.operationName);
  if (operation?.operation === "subscription") {
    throw badGraphqlRequest("A subscription is made over a WebSocket, by the protocol graphql-transport-ws.");
  }
  if (operation?.operation === "mutation" && exchange.request.method === "GET") {
    throw badGraphqlRequest("A mutation is sent with POST.");
  }
  answer(exchange, 200, await executeQuery(exchange, api, schema, read.document, request));
  return proceed;
}

function answer(exchange: GatewayExchange, status: number, result: ExecutionResult): void {
  const response = newResponse(status, status === 200 ? "OK" : "Bad Request");
  response.headers.append("Content-Type", "application/json");
  response.body = textBody(JSON.stringify(result));
  exchange.response = response;
}
