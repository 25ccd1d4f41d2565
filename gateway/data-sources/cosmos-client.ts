import type { CosmosClient, CosmosClientOptions } from "@azure/cosmos";
import { noBackends } from "@/gateway/outgoing/no-backends";
import type { OutgoingCalls } from "@/gateway/outgoing/outgoing-calls";
import type { CosmosAccount } from "./cosmos-account";

type HttpClient = NonNullable<CosmosClientOptions["httpClient"]>;
type HttpRequest = Parameters<HttpClient["sendRequest"]>[0];
type HttpResponse = Awaited<ReturnType<HttpClient["sendRequest"]>>;
type HttpHeaders = HttpResponse["headers"];

export interface CosmosAccess {
  readonly account: CosmosAccount;
  /** null: with the account's key. */
  readonly token: (() => Promise<string>) | null;
  readonly calls: OutgoingCalls;
}

const timeoutMs = 60_000;

/** Azure's own client, whose requests go the way of all calls that policies make. */
export async function cosmosClient({ account, token, calls }: CosmosAccess): Promise<CosmosClient> {
  const { CosmosClient: Client } = await import("@azure/cosmos");
  return new Client({
    endpoint: account.endpoint.href,
    ...(account.key === null ? {} : { key: account.key }),
    ...(token === null ? {} : { tokenProvider: async () => `type=aad&ver=1.0&sig=${await token()}` }),
    httpClient: { sendRequest: (request) => sent(request, calls) },
    connectionPolicy: {
      requestTimeout: timeoutMs,
      // The account's own address leads to whichever region takes writes.
      enableEndpointDiscovery: false,
      enableBackgroundEndpointRefreshing: false,
      retryOptions: { maxRetryAttemptCount: 3, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 10 },
    },
  });
}

async function sent(request: HttpRequest, calls: OutgoingCalls): Promise<HttpResponse> {
  const { url, method, body, abortSignal } = request;
  const lines: string[] = [];
  for (const [name, value] of request.headers) lines.push(name, value);
  const call = { url, method, lines, body: contentOf(body), clientCertificate: null, proxy: null };
  const signal = abortSignal instanceof AbortSignal ? { signal: abortSignal } : {};
  const options = { timeoutMs, followRedirects: false, source: "cosmosdb-data-source", ...signal };
  const response = await calls.send(call, options, { program: noBackends, exchange: null });
  const headers = new AnswerHeaders(response.headers.lines);
  return {
    request,
    headers,
    status: response.status,
    bodyAsText: new TextDecoder().decode(await response.body.bytes()),
  };
}

function contentOf(body: unknown): Uint8Array | null {
  if (body === undefined || body === null) return null;
  if (typeof body === "string") return Buffer.from(body);
  if (body instanceof Uint8Array) return body;
  throw new Error("The Cosmos DB client sent a body of an unexpected kind.");
}

/** In the shape that the client reads; names are looked up without regard to case. */
class AnswerHeaders implements HttpHeaders {
  readonly #values = new Map<string, string>();

  constructor(lines: readonly string[]) {
    for (let at = 0; at < lines.length; at += 2) this.set(lines[at] as string, lines[at + 1] as string);
  }

  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase());
  }
  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }
  set(name: string, value: string | number | boolean): void {
    this.#values.set(name.toLowerCase(), String(value));
  }
  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }
  toJSON(): Record<string, string> {
    return Object.fromEntries(this.#values);
  }
  [Symbol.iterator](): Iterator<[string, string]> {
    return this.#values.entries();
  }
}
