import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { TlsOptions } from "node:tls";
import { emptyBody } from "@/policy/body";
import { ClientBody } from "./client-body";
import { type Connection, connectionOf } from "./connection";
import { Http1Channel } from "./http1-channel";
import { IncomingRequest } from "./incoming-request";
import { type Inspected, inspect, isRefusal } from "./inspect";
import type { Limits } from "./limits";
import { lingeringClose } from "./lingering-close";
import { ReceivedHeaders } from "./received-headers";
import { type Refusal, refusalBody, refusalBytes } from "./refusal";
import { StrictMessage } from "./strict-message";
import type { TimerWheel } from "./timer-wheel";

export interface Http1ListenerOptions {
  limits: Limits;
  wheel: TimerWheel;
  /** Given: the listener speaks TLS. */
  tls?: TlsOptions;
  onRequest(request: IncomingRequest, channel: Http1Channel): void;
  onRefused(status: number): void;
  /** While true every answer is the last of its connection. */
  isDraining(): boolean;
}

/** An HTTP/1.1 listener on Node's own server, which frames and parses; it checks, refuses, and hands over the rest. */
export function createHttp1Listener(options: Http1ListenerOptions): Server {
  const { limits } = options;
  const settings = {
    IncomingMessage: StrictMessage,
    maxHeaderSize: limits.maxHeaderBytes,
    // Our own check answers with our own body.
    requireHostHeader: false,
    headersTimeout: limits.headersTimeoutMs,
    // Bodies are watched by their pace: an upload may take as long as it needs.
    requestTimeout: 0,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    noDelay: true,
  };
  const server = options.tls === undefined ? createServer(settings) : createTlsServer({ ...settings, ...options.tls });
  // Node would silently drop the lines beyond its own limit.
  server.maxHeadersCount = 0;
  server.maxConnections = limits.maxConnections;

  const hear = (waitsForContinue: boolean) => (message: IncomingMessage, response: ServerResponse) =>
    receive(message as StrictMessage, response, waitsForContinue, options);
  server.on("request", hear(false));
  server.on("checkContinue", hear(true));
  server.on("checkExpectation", (message, response) => {
    refuse(message as StrictMessage, response, expectationFailed, options);
  });
  server.on("upgrade", (message, socket, head) => receiveUpgrade(message as StrictMessage, socket, head, options));
  server.on("connect", (_message, socket) => {
    options.onRefused(405);
    endWith(socket, { status: 405, message: "The method CONNECT is not allowed." });
  });
  server.on("clientError", (error, socket) => clientError(error, socket as Socket, options));
  return server;
}

const expectationFailed: Refusal = { status: 417, message: "No expectation but 100-continue can be met." };

function receive(
  message: StrictMessage,
  response: ServerResponse,
  waitsForContinue: boolean,
  options: Http1ListenerOptions,
): void {
  const connection = connectionOf(message.socket);
  if (connection.ending) return;
  const inspected = inspect(message, options.limits, connection.localAddress);
  if (isRefusal(inspected)) {
    refuse(message, response, inspected, options);
    return;
  }
  const { bodyLength } = inspected;
  const askClient = waitsForContinue ? () => response.writeContinue() : null;
  const body = bodyLength === 0 ? null : new ClientBody(message, bodyLength, options.limits, options.wheel, askClient);
  const channel = new Http1Channel(message, response, body, options.isDraining);
  const scheme = connection.secure ? "https" : "http";
  options.onRequest(requestOf(message, inspected, connection, scheme, body), channel);
}

function receiveUpgrade(message: StrictMessage, socket: Duplex, head: Buffer, options: Http1ListenerOptions): void {
  const connection = connectionOf(message.socket);
  // Node has taken its own listeners off.
  socket.on("error", () => socket.destroy());
  if (connection.ending) return void socket.destroy();
  const inspected = inspect(message, options.limits, connection.localAddress);
  const fit = isRefusal(inspected) ? inspected : (unfitForUpgrade(message, inspected) ?? inspected);
  if (isRefusal(fit)) {
    options.onRefused(fit.status);
    endWith(socket, fit);
    return;
  }
  connection.ending = true;
  if (head.byteLength > 0) socket.unshift(head);
  const response = new ServerResponse(message);
  response.shouldKeepAlive = false;
  response.assignSocket(message.socket);
  response.on("finish", () => socket.end());
  const channel = new Http1Channel(message, response, null, options.isDraining);
  options.onRequest(requestOf(message, fit, connection, connection.secure ? "wss" : "ws", null), channel);
}

function unfitForUpgrade(message: StrictMessage, inspected: Inspected): Refusal | null {
  if (message.method !== "GET") return { status: 405, message: "A WebSocket is opened with GET." };
  if (inspected.bodyLength !== 0) return { status: 400, message: "A request to upgrade has no body." };
  return null;
}

function requestOf(
  message: StrictMessage,
  inspected: Inspected,
  connection: Connection,
  scheme: IncomingRequest["scheme"],
  body: ClientBody | null,
): IncomingRequest {
  const { authority } = inspected;
  return new IncomingRequest({
    method: message.method ?? "GET",
    scheme,
    hostName: authority.hostName,
    port: authority.port ?? (connection.secure ? 443 : 80),
    authority: inspected.authorityText,
    path: inspected.target.path,
    query: inspected.target.query,
    httpVersion: message.httpVersion,
    headers: new ReceivedHeaders(message.rawHeaders),
    body: body ?? emptyBody,
    clientAddress: connection.clientAddress,
    clientCertificate: connection.clientCertificate,
  });
}

/** Always the last answer on its connection: where the request ends is not sure. */
function refuse(
  message: StrictMessage,
  response: ServerResponse,
  refusal: Refusal,
  options: Http1ListenerOptions,
): void {
  options.onRefused(refusal.status);
  connectionOf(message.socket).ending = true;
  lingeringClose(message.socket);
  const body = refusalBody(refusal);
  response.writeHead(refusal.status, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  });
  response.end(body);
}

function endWith(socket: Duplex, refusal: Refusal): void {
  connectionOf(socket as Socket).ending = true;
  socket.on("error", () => socket.destroy());
  socket.end(refusalBytes(refusal), "latin1");
  lingeringClose(socket as Socket);
  (socket as Socket).destroySoon();
}

/** The parser gave up: there is no message to answer on. */
function clientError(error: NodeJS.ErrnoException, socket: Socket, options: Http1ListenerOptions): void {
  const inFlight = (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage;
  // What is being served of this connection cannot be answered any more: its end is what the parser choked on.
  inFlight?.emit("close");
  if (!socket.writable || socket.destroyed || error.code === "ECONNRESET" || inFlight?.headersSent === true) {
    socket.destroy();
    return;
  }
  const refusal = refusalOf(error.code, options.limits);
  options.onRefused(refusal.status);
  endWith(socket, refusal);
}

function refusalOf(code: string | undefined, limits: Limits): Refusal {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return { status: 431, message: `The request's header lines are larger than ${limits.maxHeaderBytes} bytes.` };
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return { status: 413, message: "The request's chunk extensions are too large." };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { status: 408, message: "The request's header lines did not arrive in time." };
    default:
      return { status: 400, message: "The request is not valid HTTP." };
  }
}
