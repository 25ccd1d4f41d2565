/** Whole seconds, rounded up: whoever waits for them is let in. null: never. */
export const secondsOf = (ms: number): number | null =>
  Number.isFinite(ms) ? Math.max(1, Math.ceil(ms / 1000)) : null;

const two = (value: number): string => String(value).padStart(2, "0");

/** hh:mm:ss and, from a day on, d.hh:mm:ss, as a TimeSpan is written. */
export function timeSpanText(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const time = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  return days === 0 ? time : `${days}.${time}`;
}
