import type { GatewayDocument } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import { Metrics } from "@/gateway/metrics";
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
  /** As a publish would. */
  change(change: Partial<Omit<ProgramChange, "revision">>): void;
  close(): Promise<void>;
}

/** A real gateway on a free port, running these documents. */
export async function startGateway(
  documents: Iterable<GatewayDocument>,
  options: Pick<GatewayServerOptions, "limits" | "trustedAuthorities"> = {},
): Promise<GatewayFixture> {
  let program: Program = build(documents, 1);
  const unexpected: unknown[] = [];
  const onUnexpected = (error: unknown) => unexpected.push(error);
  const metrics = new Metrics();
  const handle = createHandler(() => program, { onUnexpected });
  const server = new GatewayServer({ handle, metrics, onUnexpected, ...options });
  const port = await server.listen(0, "127.0.0.1");
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    server,
    metrics,
    unexpected,
    change: ({ put = [], remove = [] }) => {
      program = apply(program, { revision: program.revision + 1, put, remove });
    },
    close: () => server.drain(0),
  };
}
