import { availableParallelism } from "node:os";

/** How many processes take requests: 1 is this one alone. */
export const workerCount = (setting: number | "auto"): number =>
  setting === "auto" ? availableParallelism() : setting;
