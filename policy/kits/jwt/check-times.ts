import { denied, invalid } from "./token-refused";

/** RFC 7519 sections 4.1.4 and 4.1.5. */
export function checkTimes(
  claims: ReadonlyMap<string, unknown>,
  requiresExpiration: boolean,
  skewSeconds: number,
  nowMs: number,
): void {
  const expires = timeIn(claims, "exp");
  const begins = timeIn(claims, "nbf");
  if (expires === null) {
    if (requiresExpiration) throw invalid("The token has no expiration time.");
  } else if (nowMs >= (expires + skewSeconds) * 1000) throw denied("TokenExpired", "The token is expired.");
  if (begins === null) return;
  if (nowMs < (begins - skewSeconds) * 1000) throw invalid("The token is not valid yet.");
  if (expires !== null && begins > expires) throw invalid("The token ends before it begins.");
}

function timeIn(claims: ReadonlyMap<string, unknown>, name: string): number | null {
  const value = claims.get(name);
  if (value === undefined) return null;
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalid(`The token's claim '${name}' is not a time.`);
  return value;
}
