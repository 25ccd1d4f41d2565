import { fromEpochMs } from "@/policy/kits/time/from-epoch-ms";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";

/** A DateTime? of what a fact says in the words of ISO 8601. */
export function dateOf(text: string | null): NetDateTime | null {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : fromEpochMs(ms);
}
