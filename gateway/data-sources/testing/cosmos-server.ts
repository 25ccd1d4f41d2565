import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createPlain, type Server } from "node:http";
import { createServer as createSecure } from "node:https";

export interface CosmosCall {
  /** "POST /dbs/shop/colls/people/docs" */
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by reading it
  readonly body: any;
}
export interface CosmosReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface CosmosServer {
  readonly port: number;
  /** Of items; what the client asks of the account and the container itself is answered here. */
  readonly calls: CosmosCall[];
  readonly authorizations: string[];
  close(): Promise<void>;
}

/** The REST door of a Cosmos DB account with a container of one partition, whose key is /family. */
export async function startCosmosServer(
  answer: (call: CosmosCall) => CosmosReply,
  tls: { key: string; cert: string } | null = null,
): Promise<CosmosServer> {
  const calls: CosmosCall[] = [];
  const authorizations: string[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const line = `${request.method} ${request.url}`;
    const headers = request.headers as Record<string, string>;
    authorizations.push(decodeURIComponent(headers.authorization ?? ""));
    const call = { line, headers, body: text === "" ? null : JSON.parse(text) };
    const known = ofContainer(call);
    if (known === null) calls.push(call);
    const { status = 200, headers: more = {}, body } = known ?? answer(call);
    response.writeHead(status, { "Content-Type": "application/json", ...more });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  const listener = (request: IncomingMessage, response: ServerResponse) => void receive(request, response);
  const server: Server = tls === null ? createPlain(listener) : (createSecure(tls, listener) as unknown as Server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    calls,
    authorizations,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function ofContainer({ line, headers }: CosmosCall): CosmosReply | null {
  if (line === "GET /") return { body: { id: "account", writableLocations: [], readableLocations: [] } };
  if (/^GET \/dbs\/[^/]+\/colls\/[^/]+$/.test(line)) {
    return { body: { id: "people", _rid: "r", partitionKey: { paths: ["/family"], kind: "Hash", version: 2 } } };
  }
  if (line.endsWith("/pkranges")) {
    return {
      body: { PartitionKeyRanges: [{ id: "0", minInclusive: "", maxExclusive: "FF" }] },
      headers: { etag: '"1"' },
    };
  }
  if (headers["x-ms-cosmos-is-query-plan-request"] === undefined) return null;
  const queryRanges = [{ min: "", max: "FF", isMinInclusive: true, isMaxInclusive: false }];
  return { body: { partitionedQueryExecutionInfoVersion: 2, queryInfo: plainQuery, queryRanges } };
}

const plainQuery = {
  distinctType: "None",
  top: null,
  offset: null,
  limit: null,
  orderBy: [],
  orderByExpressions: [],
  groupByExpressions: [],
  groupByAliases: [],
  aggregates: [],
  groupByAliasToAggregateType: {},
  rewrittenQuery: "",
  hasSelectValue: false,
  hasNonStreamingOrderBy: false,
};
