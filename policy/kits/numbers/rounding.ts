/** Where what is exactly in the middle goes ("even", "away"), or where everything goes. */
export type Rounding = "even" | "away" | "zero" | "down" | "up";

/** numerator / denominator as a whole number; the denominator is positive. */
export function roundedQuotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return whole;
  const away = numerator < 0n ? whole - 1n : whole + 1n;
  switch (rounding) {
    case "zero":
      return whole;
    case "down":
      return numerator < 0n ? away : whole;
    case "up":
      return numerator < 0n ? whole : away;
    default: {
      const twice = 2n * (rest < 0n ? -rest : rest);
      if (twice !== denominator) return twice > denominator ? away : whole;
      return rounding === "away" || whole % 2n !== 0n ? away : whole;
    }
  }
}
