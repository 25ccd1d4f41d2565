import type { ParameterDescription, Resources } from "@/policy/host/resources";
import { checkJsonContent } from "./check-content";
import { type CheckOutcome, conforms, unusable, wrong } from "./check-outcome";

/** What a parameter's or a header's value came to. */
export type ValueOutcome =
  | CheckOutcome
  | { readonly kind: "several" }
  | { readonly kind: "missing-schema" }
  /** It is nothing of the type that it should be. */
  | { readonly kind: "unparsable"; readonly message: string };

/** Longer ones conform to nothing. */
const longest = 32 * 1024;

/** Holds the values that came for one name against its description; waits only where there is a schema. */
export function checkValue(
  values: readonly string[],
  description: ParameterDescription,
  resources: Resources,
): ValueOutcome | Promise<ValueOutcome> {
  const { type, schemaId, values: allowed } = description;
  if (values.some(({ length }) => length > longest)) return problem(`It is longer than ${longest} characters.`);
  const schema = schemaId === null ? null : resources.schema(schemaId);
  if (schemaId !== null && schema === null) return { kind: "missing-schema" };
  const kind = kinds.get(type.toLowerCase()) ?? "string";
  if (values.length > 1 && kind !== "array" && schema === null) return { kind: "several" };
  const items = kind === "array" && values.length === 1 ? (values[0] as string).split(",") : values;
  for (const value of items) {
    const why = unreadable(value, kind);
    if (why !== null) return { kind: "unparsable", message: why };
    if (allowed.length > 0 && !allowed.includes(value)) return problem("It is none of the values that are allowed.");
  }
  return schema === null ? conforms : checkAgainst(schema.text, values, description, kind);
}

const problem = (message: string): CheckOutcome => wrong({ message, line: 0, position: 0 });

/** Types are written by hand, or by whatever imported the API. */
const kinds = new Map<string, "integer" | "number" | "boolean" | "array">([
  ...(["integer", "int", "int32", "int64", "long"] as const).map((name) => [name, "integer"] as const),
  ...(["number", "float", "double", "decimal"] as const).map((name) => [name, "number"] as const),
  ["boolean", "boolean"],
  ["bool", "boolean"],
  ["array", "array"],
]);
type ValueKind = "integer" | "number" | "boolean" | "array" | "string";

function unreadable(value: string, kind: ValueKind): string | null {
  if (kind === "integer" && !/^[+-]?\d+$/.test(value)) return "It is not a whole number.";
  if (kind === "number" && !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value)) return "It is not a number.";
  if (kind === "boolean" && !/^(?:true|false)$/i.test(value)) return "It is neither true nor false.";
  return null;
}

/** A text may be meant as several JSON values, since no description tells how lists are written: one has to conform. */
async function checkAgainst(
  schemaText: string,
  values: readonly string[],
  { typeName }: ParameterDescription,
  kind: ValueKind,
): Promise<ValueOutcome> {
  const definition = typeName === null ? null : { name: typeName };
  const variant = { additionalProperties: null, ignoreCase: false, side: "request" } as const;
  let first: CheckOutcome | null = null;
  for (const meant of meanings(values, kind)) {
    const body = new TextEncoder().encode(meant);
    const outcome = await checkJsonContent({ body, schemaText, definition, variant });
    if (outcome.kind !== "wrong") return outcome;
    first ??= outcome;
  }
  if (values.length > 1) return { kind: "several" };
  return first ?? unusable("It has no value.");
}

function meanings(values: readonly string[], kind: ValueKind): string[] {
  const list = (items: readonly string[], form: (item: string) => string) => `[${items.map(form).join(",")}]`;
  const [only = ""] = values;
  const lists = [values, ...(values.length === 1 && only.includes(",") ? [only.split(",")] : [])];
  const asLists = lists.flatMap((items) => [list(items, bare), list(items, quoted)]);
  if (values.length > 1) return asLists;
  const single = bare(only) === quoted(only) ? [quoted(only)] : [bare(only), quoted(only)];
  return kind === "array" ? [...asLists, ...single] : [...single, ...asLists];
}

const quoted = (text: string): string => JSON.stringify(text);

/** As the number, the truth value or null that it looks like. */
const bare = (text: string): string =>
  /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/.test(text) ? text : quoted(text);
