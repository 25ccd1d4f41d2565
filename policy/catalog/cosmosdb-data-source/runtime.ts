import {
  type CompileContext,
  CompileError,
  partNamed,
  type Runtime,
  read,
  readOptional,
  requiredPart,
} from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import type { CosmosRequest } from "@/policy/host/data-sources";
import { answerJson } from "@/policy/kits/data-source/answer-json";
import { partText } from "@/policy/kits/data-source/part-text";
import type { PolicyNode } from "@/policy/policy-node";
import { changeRequest } from "./change-request";
import { deleteRequest, readRequest } from "./item-request";
import { queryRequest } from "./query-request";

type RequestOf = (exchange: Exchange) => CosmosRequest | Promise<CosmosRequest>;

const requests: Readonly<Record<string, (part: PolicyNode, context: CompileContext) => RequestOf>> = {
  "query-request": queryRequest,
  "read-request": readRequest,
  "delete-request": deleteRequest,
  "write-request": changeRequest,
};

/** The answer to a query is { "items": [...] }, with a "continuationToken" where it is paged; everything else is the item. */
export const runtime: Runtime = {
  compile(node, context) {
    const info = requiredPart(node, "connection-info");
    const connection = requiredPart(info, "connection-string");
    const connectionString = partText(connection, context, node.name);
    const isIdentity = context.boolean(connection, "use-managed-identity") ?? { fixed: false };
    const clientId = context.text(connection, "client-id");
    const database = partText(requiredPart(info, "database-name"), context, node.name);
    const container = partText(requiredPart(info, "container-name"), context, node.name);
    const request = requestOf(node, context);
    const response = partNamed(node, "response");
    const edit = context.sequence(response?.children ?? [], "response");
    return async (exchange) => {
      const question = {
        connectionString: read(connectionString, exchange),
        identity: read(isIdentity, exchange)
          ? { clientId: readOptional(clientId, exchange) || null, resource: null }
          : null,
        database: read(database, exchange),
        container: read(container, exchange),
        request: await request(exchange),
      };
      exchange.trace?.note(node.name, { request: question.request.kind });
      answerJson(exchange, await exchange.host.dataSources.cosmos(question, { exchange, source: node.name }));
      await edit(exchange);
      return proceed;
    };
  },
};

function requestOf(node: PolicyNode, context: CompileContext): RequestOf {
  const [part, ...more] = node.children.filter(({ name }) => Object.hasOwn(requests, name));
  if (part !== undefined && more.length === 0) return (requests[part.name] as (typeof requests)[string])(part, context);
  const names = Object.keys(requests).join(", ");
  throw new CompileError(node, `Exactly one of these elements must be there: ${names}.`);
}
