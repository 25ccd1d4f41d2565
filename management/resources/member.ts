import { z } from "zod";
import { durationPattern } from "@/lib/duration";

/** Parts that the contracts of several kinds share, with the words that a refusal uses. */

export const text = (min: number, max: number) =>
  z.string().min(min, lengthMessage(min, max)).max(max, lengthMessage(min, max));

function lengthMessage(min: number, max: number): string {
  return min > 0 ? `Must have ${min} to ${max} characters.` : `Must have at most ${max} characters.`;
}

export const wholeNumber = (min: number, max: number) => {
  const message = `Must be a whole number from ${min} to ${max}.`;
  return z.number({ error: message }).int(message).min(min, message).max(max, message);
};

export const listOf = <T extends z.ZodType>(item: T, max: number, min = 0) =>
  z
    .array(item)
    .min(min, `Must have at least ${min} item${min === 1 ? "" : "s"}.`)
    .max(max, `Must have at most ${max} items.`);

/** What durationMs reads. */
export const timeSpan = z
  .string()
  .max(64)
  .regex(durationPattern, "Must be an ISO 8601 duration such as PT1H or PT30S.");

/** An absolute http or https URL, or one that a {{named value}} completes. */
export const absoluteUrl = (min: number, max: number, schemes: readonly string[] = ["http", "https"]) =>
  text(min, max).refine((value) => value.includes("{{") || hasScheme(value, schemes), {
    error: `Must be an absolute URL with the scheme ${schemes.join(" or ")}.`,
  });

function hasScheme(value: string, schemes: readonly string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1));
}

/** A date and time with its zone: "2030-01-31T23:59:59Z". */
export const dateTime = z.iso.datetime({
  offset: true,
  error: "Must be a date and time such as 2030-01-31T23:59:59Z.",
});

export const thumbprint = z
  .string()
  .regex(
    /^(?:[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{128})$/,
    "Must be a SHA-1, SHA-256 or SHA-512 thumbprint in hexadecimal.",
  );

export const keyVaultReference = z.strictObject({
  secretIdentifier: text(1, 2000)
    .regex(
      /^https:\/\/[^/]+\/secrets\/[^/]+(?:\/[^/]+)?\/?$/i,
      "Must be a secret's URL such as https://vault.example/secrets/name.",
    )
    .optional(),
  identityClientId: z.string().max(100).nullable().optional(),
});
