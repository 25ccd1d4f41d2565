import { z } from "zod";
import { readFile, unreadable } from "./read-file";
import { UsageError } from "./usage";

export interface NamedValue {
  value: string;
  isSecret: boolean;
}

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const entry = z.union([
  text.transform((value) => ({ value, isSecret: false })),
  z
    .object({ value: text, secret: z.boolean().default(false) })
    .transform(({ value, secret }) => ({ value, isSecret: secret })),
]);
const listed = z
  .object({
    name: z.string().optional(),
    displayName: z.string().optional(),
    value: text,
    secret: z.boolean().default(false),
  })
  .transform(
    ({ name, displayName, value, secret }) => [displayName ?? name ?? "", { value, isSecret: secret }] as const,
  );
const file = z.union([z.record(z.string(), entry), z.array(listed).transform((list) => Object.fromEntries(list))]);

/** Display names with their values: {"name": "value"}, {"name": {"value": "...", "secret": true}} or a list of {name, value}. */
export function readNamedValues(name: string | undefined): Map<string, NamedValue> | null {
  if (name === undefined) return null;
  let json: unknown;
  try {
    json = JSON.parse(readFile(name));
  } catch (error) {
    throw new UsageError(
      error instanceof SyntaxError ? `'${name}' is not JSON: ${error.message}` : unreadable(name, error),
    );
  }
  const parsed = file.safeParse(json);
  if (parsed.success) return new Map(Object.entries(parsed.data));
  const [issue] = parsed.error.issues;
  throw new UsageError(`'${name}' must be an object of names and texts; '${issue?.path.join(".")}' is not.`);
}
