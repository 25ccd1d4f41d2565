import type { GatewayDocument } from "@/contract/documents";
import type { Trace } from "@/contract/trace";
import { createHandler } from "@/gateway/handle";
import { Metrics } from "@/gateway/metrics";
import { Previews } from "@/gateway/preview/previews";
import { apply } from "@/gateway/program/apply";
import { build } from "@/gateway/program/build";
import type { Program, ProgramChange } from "@/gateway/program/program";
import { GatewayServer, type GatewayServerOptions } from "@/gateway/wire/gateway-server";

export interface GatewayFixture {
  port: number;
  url: string;
  server: GatewayServer;
  metrics: Metrics;
  /** Errors that were mistakes of ours. */
  unexpected: unknown[];
  /** What was told of traced requests, by the trace's id. */
  traces: Map<string, Trace>;
  /** As a publish would. */
  change(change: Partial<Omit<ProgramChange, "revision">>): void;
  previews: Previews;
  readonly program: Program;
  close(): Promise<void>;
}

/** A real gateway on a free port, running these documents. */
export async function startGateway(
  documents: Iterable<GatewayDocument>,
  options: Pick<GatewayServerOptions, "limits" | "trustedAuthorities" | "services" | "egress"> = {},
): Promise<GatewayFixture> {
  let program: Program = build(documents, 1);
  const unexpected: unknown[] = [];
  const onUnexpected = (error: unknown) => unexpected.push(error);
  const metrics = new Metrics();
  const traces = new Map<string, Trace>();
  const onTrace = (id: string, text: string) => traces.set(id, JSON.parse(text));
  const previews: Previews = new Previews({ hostOf: (prefix) => server.previewHost(prefix) });
  const handle = createHandler(() => program, { onUnexpected, onTrace, previews });
  const server: GatewayServer = new GatewayServer({ handle, metrics, onUnexpected, ...options });
  const port = await server.listen(0, "127.0.0.1");
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    server,
    metrics,
    unexpected,
    traces,
    previews,
    get program() {
      return program;
    },
    change: ({ put = [], remove = [] }) => {
      program = apply(program, { revision: program.revision + 1, put, remove });
    },
    close: () => server.drain(0),
  };
}
