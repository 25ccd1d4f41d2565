import { Fault } from "@/policy/fault";
import { secondsOf, timeSpanText } from "./seconds";

export function quotaExceeded(source: string, of: "call volume" | "bandwidth", retryAfterMs: number): Fault {
  const seconds = secondsOf(retryAfterMs);
  // A quota for a lifetime is not replenished.
  const when = seconds === null ? "" : ` Quota will be replenished in ${timeSpanText(seconds)}.`;
  return new Fault({
    source,
    reason: "QuotaExceeded",
    status: 403,
    message: `Out of ${of} quota.${when}`,
    headers: seconds === null ? [] : [["Retry-After", String(seconds)]],
  });
}
