import type { Follower } from "@/gateway/follow/follow";
import { apply } from "@/gateway/program/apply";
import { build } from "@/gateway/program/build";
import type { Program } from "@/gateway/program/program";
import type { Line } from "./ask-primary";

export interface FollowPrimaryOptions {
  line: Line;
  use(program: Program): void;
  /** Told where the gateway is reached, and which ports are no policy's to call. */
  onPlace(addresses: readonly string[], innerPorts: readonly number[]): void;
}

/** A worker's part in following the portal: it runs the documents that the primary process has received and tried out. */
export function followPrimary({ line, use, onPlace }: FollowPrimaryOptions): Follower {
  let program: Program | null = null;
  line.listen((message) => {
    if (message.kind === "place") onPlace(message.addresses, message.innerPorts);
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
