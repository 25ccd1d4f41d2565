import { answerEvaluation } from "@/gateway/evaluation/answer-evaluation";
import { createHandler } from "@/gateway/handle";
import { Metrics } from "@/gateway/metrics";
import { Previews } from "@/gateway/preview/previews";
import { apply } from "@/gateway/program/apply";
import { build } from "@/gateway/program/build";
import type { Program } from "@/gateway/program/program";
import { GatewayServer } from "@/gateway/wire/gateway-server";
import type { Sealer } from "@/lib/seal";
import { type Follower, follow } from "../follow";

export interface RunningGateway {
  port: number;
  /** The revision that was on disk. */
  startedWith: number | null;
  /** How often a program was made from all documents since the start. */
  readonly builds: number;
  readonly unexpected: unknown[];
  untilRevision(revision: number): Promise<void>;
  close(): Promise<void>;
}

/** A whole gateway in this process: it follows, keeps its last good state, and serves on a real listener. */
export async function runGateway(options: {
  controlUrl: string;
  nodeToken: string;
  stateFile: string;
  sealer: Sealer;
  port?: number;
  node?: string;
}): Promise<RunningGateway> {
  let program: Program = build([], 0);
  let builds = 0;
  const unexpected: unknown[] = [];
  const onUnexpected = (error: unknown) => unexpected.push(error);
  const previews: Previews = new Previews({ hostOf: (prefix) => server.previewHost(prefix) });
  const onTrace = (id: string, text: string) => follower.send({ kind: "trace", id, text });
  const server: GatewayServer = new GatewayServer({
    handle: createHandler(() => program, { onUnexpected, onTrace, previews }),
    metrics: new Metrics(),
    onUnexpected,
  });
  const port = await server.listen(options.port ?? 0, "127.0.0.1");
  const follower: Follower = await follow({
    controlUrl: options.controlUrl,
    token: options.nodeToken,
    node: options.node ?? "gateway-1",
    version: "1",
    addresses: () => [`http://127.0.0.1:${port}`],
    programs: {
      build: (documents, revision) => {
        builds++;
        return build(documents, revision);
      },
      apply,
    },
    use: (next) => {
      program = next;
    },
    onAside: (frame, answer) => {
      if (frame.kind === "evaluate") answerEvaluation(frame, program, previews, answer);
      else if (frame.kind === "preview-end") previews.end(frame.draftId);
      else {
        const { draftId, digest } = frame;
        answer({ kind: "previewed", draftId, digest, problem: previews.take(frame, program) });
      }
    },
    greeting: () => previews.announcements,
    lastGood: { file: options.stateFile, sealer: options.sealer },
    log: { info: () => {}, warn: () => {}, error: (fields) => unexpected.push(fields) },
  });
  return {
    port,
    startedWith: follower.status().revision,
    get builds() {
      return builds;
    },
    unexpected,
    untilRevision: async (revision) => {
      const deadline = performance.now() + 20_000;
      while (program.revision < revision) {
        if (performance.now() > deadline) throw new Error(`Still at revision ${program.revision}, not at ${revision}.`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    close: async () => {
      await follower.stop();
      await server.drain(1_000);
    },
  };
}
