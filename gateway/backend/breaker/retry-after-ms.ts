/** How long a Retry-After field asks to wait: seconds, or a date (RFC 9110 section 10.2.3). null: nothing that can be waited. */
export function retryAfterMs(value: string | undefined, nowEpochMs: number): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(httpDate(text)) - nowEpochMs;
  return ms > 0 && Number.isFinite(ms) ? ms : null;
}

/** A date of HTTP names its zone, GMT, or is of the asctime form, which does not; anything else is none. */
function httpDate(text: string): string {
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return "";
  return text.endsWith("GMT") ? text : `${text} GMT`;
}
