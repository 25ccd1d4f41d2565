import type { Body, RequestMessage } from "@/policy/exchange";
import type { ReceivedHeaders } from "./received-headers";

export type Scheme = RequestMessage["scheme"];

/** A request as a listener received and checked it. */
export class IncomingRequest implements RequestMessage {
  method: string;
  readonly scheme: Scheme;
  readonly hostName: string;
  readonly port: number;
  readonly path: string;
  readonly query: string;
  readonly httpVersion: string;
  readonly headers: ReceivedHeaders;
  body: Body;
  /** What the client itself sends, whatever policies put in its place. */
  readonly ownBody: Body & { readonly receivedBytes?: number; release?(): void };
  readonly clientAddress: string;
  readonly clientCertificate: () => string | null;
  /** The Host line as written, for X-Forwarded-Host. */
  readonly authority: string;

  constructor(received: {
    method: string;
    scheme: Scheme;
    hostName: string;
    port: number;
    authority: string;
    path: string;
    query: string;
    httpVersion: string;
    headers: ReceivedHeaders;
    body: Body;
    clientAddress: string;
    clientCertificate: () => string | null;
  }) {
    this.method = received.method;
    this.isHead = received.method === "HEAD";
    this.scheme = received.scheme;
    this.hostName = received.hostName;
    this.port = received.port;
    this.authority = received.authority;
    this.path = received.path;
    this.query = received.query;
    this.httpVersion = received.httpVersion;
    this.headers = received.headers;
    this.body = received.body;
    this.ownBody = received.body;
    this.clientAddress = received.clientAddress;
    this.clientCertificate = received.clientCertificate;
  }

  /** The client's own method, whatever a policy has made of it. */
  readonly isHead: boolean;

  get isUpgrade(): boolean {
    return this.scheme === "ws" || this.scheme === "wss";
  }
}
