const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
  ["millisecond", 1],
] as const;

/** "1 hour, 30 minutes": the two largest units that say it; null where that is no easier to read than the number. */
export function humanDuration(value: string, unit: "seconds" | "milliseconds", locale: string): string | null {
  if (!/^\s*\d{1,15}\s*$/.test(value)) return null;
  let left = Number(value) * (unit === "seconds" ? 1_000 : 1);
  if (left < (unit === "seconds" ? 60_000 : 1_000)) return null;
  const parts: string[] = [];
  for (const [name, size] of units) {
    const count = Math.floor(left / size);
    if (count === 0) {
      if (parts.length > 0) break;
      continue;
    }
    parts.push(new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(count));
    left -= count * size;
    if (parts.length === 2) break;
  }
  const isExact = left === 0;
  return `${isExact ? "" : "≈ "}${new Intl.ListFormat(locale, { type: "unit" }).format(parts)}`;
}
