/** An ISO 8601 duration without years and months, as .NET's TimeSpan writes it: "PT1H", "P1DT30M". */
export const durationPattern =
  /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** In milliseconds; null for anything else. */
export function durationMs(text: string): number | null {
  const found = durationPattern.exec(text);
  if (found === null) return null;
  const part = (at: number) => Number(found[at] ?? 0);
  const days = part(1) * 7 + part(2);
  // A fraction of seconds that is short in decimals stays so.
  return ((days * 24 + part(3)) * 60 + part(4)) * 60_000 + Math.round(part(5) * 1e7) / 1e4;
}
