/** How a value prints: nothing for null, the items of an array one behind the other. */
export function printed(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(printed).join("");
  return String(value);
}
