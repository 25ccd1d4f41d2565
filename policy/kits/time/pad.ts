/** A number that is not negative, with zeros in front up to a width. */
export function pad(value: number, width: number): string {
  if (width === 2) return value < 10 ? `0${value}` : `${value}`;
  return `${value}`.padStart(width, "0");
}
