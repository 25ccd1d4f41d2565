import type { Sealer } from "@/lib/seal";
import type { PublishStatus } from "./publish/status";
import type { Store } from "./store/store";

/** What the portal's process has opened for everything that answers requests in it. */
export interface Management {
  store: Store;
  sealer: Sealer;
  publish: PublishStatus;
}

// Next bundles its routes apart from the process's own entry, so the two share this through globalThis.
const slot = Symbol.for("gatehouse.management");
type Slots = { [slot]?: Management };

export function setManagement(management: Management): void {
  (globalThis as Slots)[slot] = management;
}

export function currentManagement(): Management {
  const management = (globalThis as Slots)[slot];
  if (management === undefined) throw new Error("The management plane is not open in this process.");
  return management;
}
