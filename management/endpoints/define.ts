import type { Json } from "@/lib/json";
import type { Context } from "../context";
import type { Role, StoredDocument } from "../store/store";

/**
 * Something the service answers beyond resources: its log, drafts, gateway nodes, people. A path is relative to the
 * service ("changes/{revision}/undo"), or begins with {document} where it hangs below any document ("{document}/history").
 */
export interface Endpoint {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** The least role that may ask. */
  role: Role;
  summary: string;
  /** A path below {document} also answers when that document is gone, as its history does. */
  alsoWhenAbsent?: boolean;
  handle(request: EndpointRequest): Promise<EndpointAnswer>;
}

export interface EndpointRequest {
  context: Context;
  parameters: Readonly<Record<string, string>>;
  /** Where the path begins with {document}; its canonical id is parameters.document. */
  document?: StoredDocument;
  query: URLSearchParams;
  headers: Headers;
  /** Parsed JSON, undefined without a body. */
  body: Json | undefined;
  /** The service's absolute URL, for links. */
  serviceUrl: string;
  signal: AbortSignal;
}

export interface EndpointAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: Json | ReadableStream<Uint8Array>;
}

export const defineEndpoint = (endpoint: Endpoint): Endpoint => endpoint;
