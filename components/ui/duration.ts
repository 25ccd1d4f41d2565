import { durationMs } from "@/lib/duration";

export const durationUnits = ["seconds", "minutes", "hours", "days"] as const;
export type DurationUnit = (typeof durationUnits)[number];

const secondsOf: Record<DurationUnit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
/** An ISO 8601 duration as an amount of the largest unit that holds it whole; null when it names months or years. */
export function readDuration(text: string): { amount: number; unit: DurationUnit } | null {
  const ms = durationMs(text);
  if (ms === null) return null;
  const total = ms / 1000;
  const unit = total === 0 ? "seconds" : durationUnits.findLast((each) => total % secondsOf[each] === 0);
  return { amount: total / secondsOf[unit ?? "seconds"], unit: unit ?? "seconds" };
}

const designators: Record<DurationUnit, (amount: number) => string> = {
  seconds: (amount) => `PT${amount}S`,
  minutes: (amount) => `PT${amount}M`,
  hours: (amount) => `PT${amount}H`,
  days: (amount) => `P${amount}D`,
};

/** ISO 8601 allows a fraction in its last part only, so fractions of larger units become seconds. */
export function writeDuration(amount: number, unit: DurationUnit): string {
  return Number.isInteger(amount) ? designators[unit](amount) : designators.seconds(amount * secondsOf[unit]);
}
