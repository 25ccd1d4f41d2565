import path from "node:path";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import { loadSealer } from "@/lib/seal";
import type { KeptCountsOptions } from "./kept-counts";

/** Beside the gateway's last good state. */
export const keptCounts = (settings: Env): KeptCountsOptions => ({
  file: path.join(settings.dataDir, "gateway", "counts.sealed"),
  sealer: loadSealer(settings),
  log: log("stores"),
});
