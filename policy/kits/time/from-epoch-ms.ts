import { epochMs } from "./calendar";
import { Kind } from "./kind";
import { NetDateTime } from "./net-date-time";

/** Milliseconds since 1970, as JavaScript counts them, as a DateTime. */
export const fromEpochMs = (ms: number, kind: number = Kind.Utc): NetDateTime =>
  new NetDateTime(epochMs + Math.floor(ms), 0, kind);
