import type { BackendDocument, CertificateDocument } from "@/contract/documents";
import type { Handler } from "@/gateway/handle";
import { Metrics } from "@/gateway/metrics";
import type { Program } from "@/gateway/program/program";
import { GatewayServer, type GatewayServerOptions } from "@/gateway/wire/gateway-server";
import type { WireExchange } from "@/gateway/wire/wire-exchange";
import { textBody } from "@/policy/body";
import type { ForwardOptions, Target } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import { plainBackend } from "./documents";

export const plainForward: ForwardOptions = {
  timeoutMs: 10_000,
  followRedirects: false,
  bufferRequestBody: false,
  bufferResponse: true,
  failOnErrorStatusCode: false,
  httpVersion: "1",
};

export interface WireFixture {
  port: number;
  server: GatewayServer;
  metrics: Metrics;
  /** Everything that reached the handler. */
  exchanges: WireExchange[];
  unexpected: unknown[];
  close(): Promise<void>;
}

export interface WireOptions
  extends Partial<Pick<GatewayServerOptions, "limits" | "trustedAuthorities" | "services" | "egress">> {
  target?: Partial<Target>;
  forward?: Partial<ForwardOptions>;
  backends?: Record<string, Partial<BackendDocument>>;
  certificates?: Record<string, CertificateDocument>;
  namedValues?: Record<string, string>;
  /** Around the call of the backend, as policies would be. */
  handle?: (exchange: WireExchange, forward: () => Promise<unknown>) => void | Promise<void>;
}

/** The wire by itself: a real listener and real connections, with one handler in the place of router and policies. */
export async function startWire(options: WireOptions = {}): Promise<WireFixture> {
  const exchanges: WireExchange[] = [];
  const unexpected: unknown[] = [];
  const metrics = new Metrics();
  const program = programOf(options);
  const handle: Handler = async (received) => {
    const exchange = received as WireExchange;
    exchanges.push(exchange);
    exchange.program = program;
    Object.assign(exchange.target, options.target);
    const forward = () => exchange.host.forward(exchange, { ...plainForward, ...options.forward });
    try {
      await (options.handle ?? ((_, call) => call().then(() => undefined)))(exchange, forward);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      answerFault(exchange, error);
    }
  };
  const server = new GatewayServer({
    handle,
    metrics,
    onUnexpected: (error) => unexpected.push(error),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.services === undefined ? {} : { services: options.services }),
    ...(options.egress === undefined ? {} : { egress: options.egress }),
    ...(options.trustedAuthorities === undefined ? {} : { trustedAuthorities: options.trustedAuthorities }),
  });
  const port = await server.listen(0, "127.0.0.1");
  return { port, server, metrics, exchanges, unexpected, close: () => server.drain(0) };
}

/** As on-error would, with the fault's own words, so that a test can see them. */
function answerFault(exchange: WireExchange, fault: Fault): void {
  const body = textBody(JSON.stringify({ statusCode: fault.status, reason: fault.reason, message: fault.message }));
  const headers = new Headers([...fault.headers.flat(), "Content-Type", "application/json"]);
  exchange.response = { status: fault.status, reason: "Error", headers, body };
}

export const noCredentials: NonNullable<BackendDocument["credentials"]> = {
  certificateIds: [],
  certificateThumbprints: [],
  header: {},
  query: {},
  authorization: null,
  managedIdentity: null,
};

function programOf({ backends = {}, certificates = {}, namedValues = {} }: WireOptions): Program {
  const documents = Object.entries(backends).map(([id, given]) => [id, { ...plainBackend, ...given }] as const);
  const sources = {
    backends: new Map(documents),
    certificates: new Map(Object.entries(certificates)),
    resolveNamedValues: (text: string) =>
      text.replace(/\{\{([^}]+)\}\}/g, (_, name: string) => {
        const value = namedValues[name];
        if (value === undefined) throw new Error(`no named value ${name}`);
        return value;
      }),
  };
  // The wire reads nothing else of a program.
  return sources as unknown as Program;
}
