import type { ErrorObject } from "ajv";
import { RecentlyUsed } from "@/lib/recently-used";
import { BudgetExceeded, begin, defaultLimits, end, type Limits } from "@/policy/expression/values/budget";
import {
  type CheckOutcome,
  conforms,
  mostProblems,
  type Problem,
  unusable,
  wrong,
} from "@/policy/kits/validation/check-outcome";
import { loadSchemaCompiler, SchemaDocument } from "./compile-schema";
import { lowerNames } from "./lower-names";
import { deepest, isNestedDeeper } from "./nesting";
import { placeAt, placeOfValue } from "./place-of-value";
import type { SchemaVariant } from "./schema-variant";

export interface JsonCheck {
  readonly body: Uint8Array;
  /** null: there is no schema, and the body only has to be JSON. */
  readonly schemaText: string | null;
  /** A JSON pointer such as "/components/schemas/Pet", or a name to be found among the definitions; null: the whole document. */
  readonly definition: { readonly pointer: string } | { readonly name: string } | null;
  readonly variant: SchemaVariant;
}

/** Larger bodies are worth a thread of their own; and of what is wrong with them only the first is told. */
export const smallBodyBytes = 64 * 1024;
export const smallSchemaLength = 128 * 1024;

const documents = new RecentlyUsed<SchemaDocument>(200, 64 * 1024 * 1024);

/** Of a large body, in a thread: patterns are asked about each of its values. */
const threadLimits: Limits = { steps: 2_000_000_000, bytes: 1024 * 1024 * 1024, milliseconds: 2_500 };

/** As checkJson, with the time that a thread has for it. */
export const checkLargeJson = (check: JsonCheck): Promise<CheckOutcome> => checkJson(check, threadLimits);

/** Checks a body against a JSON schema, here and at once; small ones take less than the way to a thread and back. */
export async function checkJson(
  { body, schemaText, definition, variant }: JsonCheck,
  limits: Limits = defaultLimits,
): Promise<CheckOutcome> {
  const library = await loadSchemaCompiler();
  const text = decoded(body);
  if (text === null) return wrong({ message: "The body is not valid UTF-8.", line: 0, position: 0 });
  const parsed = parse(text);
  if ("problem" in parsed) return wrong(parsed.problem);
  if (schemaText === null) return conforms;
  begin(limits);
  try {
    const document = documents.get(schemaText, () => new SchemaDocument(schemaText));
    const pointer = pointerOf(document.root, definition);
    if (typeof pointer !== "string") return pointer;
    const validate = document.validator(library, pointer, variant, body.byteLength <= smallBodyBytes);
    if (validate(variant.ignoreCase ? lowerNames(parsed.value) : parsed.value)) return conforms;
    return wrong(...problemsOf(validate.errors ?? [], text, variant.ignoreCase));
  } catch (error) {
    if (error instanceof BudgetExceeded) return unusable("The check takes longer than it may.");
    return unusable(error instanceof Error ? error.message : String(error));
  } finally {
    end();
  }
}

function decoded(body: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

function parse(text: string): { value: unknown } | { problem: Problem } {
  if (isNestedDeeper(text, deepest)) {
    return { problem: { message: `The body is nested more than ${deepest} times.`, line: 0, position: 0 } };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const offset = /at position (\d+)/.exec((error as Error).message)?.[1];
    const place = placeAt(text, offset === undefined ? text.length : Number(offset));
    return { problem: { message: "The body is not valid JSON.", ...place } };
  }
}

/** Where names of definitions are looked up. */
const holders = [["components", "schemas"], ["definitions"], ["$defs"], ["schemas"]];

function pointerOf(root: unknown, definition: JsonCheck["definition"]): string | CheckOutcome {
  if (definition === null) return "";
  if ("pointer" in definition) {
    const segments = definition.pointer.split("/").slice(1).map(unescaped);
    return valueAt(root, segments) === undefined ? { kind: "no-definition" } : definition.pointer;
  }
  let defines = false;
  for (const holder of holders) {
    const found = valueAt(root, holder);
    if (typeof found !== "object" || found === null || Object.keys(found).length === 0) continue;
    defines = true;
    if (Object.hasOwn(found, definition.name)) return `/${[...holder, definition.name].map(escaped).join("/")}`;
  }
  return { kind: defines ? "no-definition" : "no-definitions" };
}

const unescaped = (segment: string): string => decodeSafely(segment).replace(/~1/g, "/").replace(/~0/g, "~");
const escaped = (segment: string): string => encodeURIComponent(segment.replace(/~/g, "~0").replace(/\//g, "~1"));

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function valueAt(root: unknown, segments: readonly string[]): unknown {
  let value = root;
  for (const segment of segments) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string, unknown>)[segment];
  }
  return value;
}

/** A composition complains itself about what one of its parts has complained about already: that is left out. */
const echoes = new Set(["if", "anyOf", "oneOf", "allOf"]);

function problemsOf(errors: readonly ErrorObject[], text: string, ignoreCase: boolean): Problem[] {
  const first = errors.filter(({ keyword }) => !echoes.has(keyword));
  return (first.length > 0 ? first : errors).slice(0, mostProblems).map((error) => ({
    message: messageOf(error),
    ...placeOfValue(text, error.instancePath, ignoreCase),
  }));
}

function messageOf({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath === "" ? "The body" : `'${instancePath.slice(1).replace(/\//g, ".")}'`;
  const which = "additionalProperty" in params ? params.additionalProperty : params.unevaluatedProperty;
  return `${where} ${message ?? "does not conform"}${which === undefined ? "" : ` '${which}'`}.`;
}
