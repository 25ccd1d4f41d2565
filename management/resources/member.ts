import { z } from "zod";

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

const duration = /^P(?=\d|T\d)(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** An ISO 8601 duration without years and months, as .NET's TimeSpan writes it: "PT1H", "P1DT30M". */
export const timeSpan = z.string().max(64).regex(duration, "Must be an ISO 8601 duration such as PT1H or PT30S.");

export const timeSpanMs = (span: string): number => {
  const [date = "", time = ""] = span.slice(1).split("T");
  const part = (from: string, unit: string) => Number(new RegExp(`(\\d+(?:\\.\\d+)?)${unit}`).exec(from)?.[1] ?? 0);
  const days = part(date, "W") * 7 + part(date, "D");
  return ((days * 24 + part(time, "H")) * 60 + part(time, "M")) * 60_000 + part(time, "S") * 1000;
};

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
