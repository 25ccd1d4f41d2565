import { epochMs } from "./calendar";
import { Kind } from "./kind";
import { NetDateTime } from "./net-date-time";
import { NetDateTimeOffset } from "./net-date-time-offset";

/** The clock with the fractions of a millisecond that only the monotonic one knows; it follows Date when that is set. */
function read(kind: number): NetDateTime {
  const ms = Date.now();
  const fine = performance.timeOrigin + performance.now();
  const sub = Math.floor(fine) === ms ? Math.floor((fine - ms) * 10_000) : 0;
  return new NetDateTime(epochMs + ms, sub, kind);
}

export const utcNow = (): NetDateTime => read(Kind.Utc);
export const localNow = (): NetDateTime => read(Kind.Local);
export const offsetNow = (): NetDateTimeOffset => new NetDateTimeOffset(read(Kind.Unspecified), 0);
