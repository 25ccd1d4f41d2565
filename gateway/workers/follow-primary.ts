import type { Follower } from "@/gateway/follow/follow";
import type { Previews } from "@/gateway/preview/previews";
import { apply } from "@/gateway/program/apply";
import { build } from "@/gateway/program/build";
import type { Program } from "@/gateway/program/program";
import type { Line } from "./ask-primary";

export interface FollowPrimaryOptions {
  line: Line;
  use(program: Program): void;
  previews?: Previews;
  /** Told where the gateway is reached, and which ports are no policy's to call. */
  onPlace(addresses: readonly string[], innerPorts: readonly number[]): void;
}

/** A worker's part in following the portal: it runs the documents that the primary process has received and tried out. */
export function followPrimary({ line, use, onPlace, previews }: FollowPrimaryOptions): Follower {
  let program: Program | null = null;
  line.listen((message) => {
    if (message.kind === "place") onPlace(message.addresses, message.innerPorts);
    if (message.kind === "preview-end") previews?.end(message.draftId);
    if (message.kind === "preview") {
      previews?.take(message.frame, program);
      line.send({ kind: "previewing", id: message.id });
    }
    if (message.kind !== "documents") return;
    const { revision, put, remove, isWhole } = message;
    program = program === null || isWhole ? build(put, revision) : apply(program, { revision, put, remove });
    use(program);
  });
  line.send({ kind: "awake" });
  return {
    status: () => ({
      connected: false,
      revision: program?.revision ?? null,
      refused: null,
      lagMs: null,
      appliedAt: null,
    }),
    send: (frame) => {
      if (frame.kind === "trace" || frame.kind === "breakers") line.send(frame);
    },
    stop: async () => {},
  };
}
