import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type Duplex, duplexPair } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { SchemaDocument } from "@/contract/documents";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { ApiEntry } from "@/gateway/program/program";
import { type Flow, proceed } from "@/policy/exchange";
import { newResponse } from "@/policy/message";
import { GraphqlConversation } from "./graphql-conversation";
import { badGraphqlRequest } from "./graphql-request";
import type { LocalGraphqlEvents } from "./local-graphql-events";
import { graphqlLibrary, schemaOf } from "./synthetic-schemas";

const protocol = "graphql-transport-ws";
const maxPayload = 1024 * 1024;
/** RFC 6455 section 1.3. */
const acceptGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** GraphQL over WebSocket (the protocol graphql-transport-ws), for the subscriptions of synthetic GraphQL APIs. */
export class GraphqlSockets {
  readonly #events: LocalGraphqlEvents;
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload,
    perMessageDeflate: false,
    handleProtocols: () => protocol,
  });

  constructor(events: LocalGraphqlEvents) {
    this.#events = events;
  }

  /** Answers the upgrade in the place of a backend; outbound policies see the 101 as they would a backend's. */
  async open(exchange: GatewayExchange, api: ApiEntry, document: SchemaDocument): Promise<Flow> {
    const { headers } = exchange.request;
    const offered = headers.all("sec-websocket-protocol").flatMap((value) => value.split(/\s*,\s*/));
    if (!offered.includes(protocol)) throw badGraphqlRequest(`The WebSocket must offer the protocol ${protocol}.`);
    const key = headers.get("sec-websocket-key") ?? "";
    const library = await graphqlLibrary();
    const schema = await schemaOf(document, library);
    const [outer, inner] = duplexPair();
    this.#server.handleUpgrade(handshakeOf(key), inner, Buffer.alloc(0), (socket: WebSocket) => {
      new GraphqlConversation(socket, exchange, api, schema, library, this.#events).begin();
    });
    // The other half of a pair does not learn by itself that one was cut off.
    inner.once("close", () => {
      if (!inner.writableFinished) outer.destroy();
    });
    exchange.tunnel = withoutHead(outer);
    const response = newResponse(101, "Switching Protocols");
    response.headers.append(
      "Sec-WebSocket-Accept",
      createHash("sha1")
        .update(key + acceptGuid)
        .digest("base64"),
    );
    response.headers.append("Sec-WebSocket-Protocol", protocol);
    exchange.response = response;
    return proceed;
  }
}

/** What the gateway's listener has checked already, in the form in which the library wants to see it. */
const handshakeOf = (key: string): IncomingMessage =>
  ({
    method: "GET",
    headers: {
      upgrade: "websocket",
      connection: "Upgrade",
      "sec-websocket-key": key,
      "sec-websocket-version": "13",
      "sec-websocket-protocol": protocol,
    },
  }) as unknown as IncomingMessage;

/** The library writes the head of its answer itself; the client gets the one that policies have seen. */
function withoutHead(stream: Duplex): Duplex {
  const head = stream.read() as Buffer | null;
  const end = head === null ? -1 : head.indexOf("\r\n\r\n");
  if (head !== null && end >= 0 && end + 4 < head.byteLength) stream.unshift(head.subarray(end + 4));
  return stream;
}
