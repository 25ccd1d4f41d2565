import { type IncomingMessage, validateHeaderName, validateHeaderValue } from "node:http";
import { PassThrough, pipeline, type Readable } from "node:stream";
import type { Dispatcher } from "undici";
import type { Destination } from "@/gateway/backend/destination";
import type { UpstreamClient } from "@/gateway/backend/upstream-clients";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { Preview } from "@/gateway/preview/previews";
import { ClientBody } from "@/gateway/wire/client-body";
import type { ClientChannel } from "@/gateway/wire/client-channel";
import { IncomingRequest } from "@/gateway/wire/incoming-request";
import type { Limits } from "@/gateway/wire/limits";
import { ReceivedHeaders } from "@/gateway/wire/received-headers";
import { parseAuthority, parseRequestTarget } from "@/gateway/wire/request-target";
import type { TimerWheel } from "@/gateway/wire/timer-wheel";
import { BytesBody, emptyBody } from "@/policy/body";
import type { Body } from "@/policy/exchange";
import type { TraceSink } from "@/policy/host/trace-sink";
import { LoopChannel } from "./loop-channel";
import type { OwnAddresses } from "./own-addresses";

export interface SelfCallsOptions {
  addresses: OwnAddresses;
  limits: Limits;
  wheel: TimerWheel;
  /** Takes a request as a listener would; what the one that made it previews, it previews, too. */
  receive: (
    request: IncomingRequest,
    channel: ClientChannel,
    within: { trace: TraceSink | null; preview: Preview | null },
  ) => void;
}

/** What requests are sent through: connections, or this gateway itself. */
export interface Way extends Pick<UpstreamClient, "pathPrefix" | "proxyLines"> {
  readonly pool: Pick<Dispatcher, "dispatch">;
}

/** Requests of this gateway to itself: handled here, as new requests, without a connection. */
export class SelfCalls {
  readonly #options: SelfCallsOptions;

  constructor(options: SelfCallsOptions) {
    this.#options = options;
  }

  /** null: the destination is somebody else. `source` is the policy that sends. */
  wayTo(
    destination: Destination,
    lines: readonly string[],
    exchange: Pick<GatewayExchange, "program" | "trace" | "request" | "preview">,
    source: string,
  ): Way | null {
    // Who wants a proxy in between wants to go out.
    if (destination.connection.proxy !== null) return null;
    if (!this.#options.addresses.has(destination.url, lines, exchange.program)) return null;
    const dispatch = (request: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean => {
      const channel = new LoopChannel(request.method, handler);
      if (!channel.open) return true;
      try {
        const received = this.#requestOf(request, destination, exchange.request.clientAddress);
        const trace = exchange.trace?.nested(source, toldOf(received)) ?? null;
        this.#options.receive(received, channel, { trace, preview: exchange.preview ?? null });
      } catch (error) {
        handler.onError?.(error as Error);
      }
      return true;
    };
    return { pool: { dispatch }, pathPrefix: "", proxyLines: [] };
  }

  /** The whole URL of a path of this gateway, as it looks from inside. */
  urlOf(path: string, secure: boolean): string {
    return `${secure ? "https" : "http"}://${this.#options.addresses.authority()}${path}`;
  }

  #requestOf(
    { path, method, headers, body }: Dispatcher.DispatchOptions,
    { url, connection }: Destination,
    clientAddress: string,
  ) {
    const given = headers as readonly string[];
    const host = given.find((_, at) => at % 2 === 1 && given[at - 1]?.toLowerCase() === "host") ?? url.host;
    const authority = parseAuthority(host);
    const target = parseRequestTarget(path);
    if (authority === null || target === null) throw new Error("The request to this gateway itself is not valid.");
    const lines = ["Host", host];
    for (let at = 0; at < given.length; at += 2) {
      const [name, value] = [given[at] as string, given[at + 1] as string];
      if (name.toLowerCase() === "host") continue;
      validateHeaderName(name);
      validateHeaderValue(name, value);
      lines.push(name, value);
    }
    const content = this.#contentOf(body as Uint8Array | Readable | null | undefined, lines);
    return new IncomingRequest({
      method,
      scheme: url.secure ? "https" : "http",
      hostName: authority.hostName,
      port: authority.port ?? (url.secure ? 443 : 80),
      authority: host,
      path: target.path,
      query: target.query,
      httpVersion: "1.1",
      headers: new ReceivedHeaders(lines),
      body: content,
      // The gateway's own address would let everybody through a filter, and make one caller of all.
      clientAddress,
      clientCertificate: () => connection.certificatePem,
    });
  }

  /** A body that streams goes on streaming. */
  #contentOf(body: Uint8Array | Readable | null | undefined, lines: string[]): Body {
    if (body === null || body === undefined) return emptyBody;
    if (body instanceof Uint8Array) {
      lines.push("Content-Length", String(body.byteLength));
      return body.byteLength === 0 ? emptyBody : new BytesBody(body);
    }
    const { limits, wheel } = this.#options;
    const declared = lines.find((_, at) => at % 2 === 1 && lines[at - 1]?.toLowerCase() === "content-length");
    const content = new ChainedContent();
    pipeline(body, content, () => undefined);
    const length = declared === undefined ? null : Number(declared);
    return new ClientBody(content as unknown as IncomingMessage, length, limits, wheel, null);
  }
}

/** What ClientBody reads of a message from a connection. */
class ChainedContent extends PassThrough {
  get complete(): boolean {
    return this.readableEnded;
  }
}

const toldOf = ({ method, authority, path }: IncomingRequest) => ({
  message: "Handled by this gateway itself.",
  method,
  url: `${authority}${path}`,
});
