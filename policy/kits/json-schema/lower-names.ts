/** The value with its members' names in lower case; where two become one, the last counts. */
export function lowerNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerNames);
  if (typeof value !== "object" || value === null) return value;
  const lowered: Record<string, unknown> = Object.create(null);
  for (const [name, each] of Object.entries(value)) lowered[name.toLowerCase()] = lowerNames(each);
  return lowered;
}
