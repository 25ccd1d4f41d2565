import cluster from "node:cluster";
import type { Line } from "./ask-primary";
import type { ToPrimary, ToWorker } from "./messages";

/** A worker's connection to its primary process. */
export const primaryLine: Line = {
  send: (message: ToPrimary) => {
    // Where the primary has died, this process is about to end as well: what was being written is lost, and nothing else.
    if (process.connected) cluster.worker?.send(message, () => {});
  },
  listen: (listener) => {
    process.on("message", (message: ToWorker) => listener(message));
  },
};
