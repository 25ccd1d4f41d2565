import { deepest } from "./nesting";
import type { SchemaVariant } from "./schema-variant";

/** Two forms of one document: in the second, what a composition is made of stays open, because the whole is what is closed. */
export const closedId = "document:/closed";
export const openId = "document:/open";

type Node = Record<string, unknown>;

const schemaMaps = new Set(["properties", "patternProperties", "definitions", "$defs", "schemas", "dependentSchemas"]);
const compositions = new Set(["allOf", "anyOf", "oneOf", "if", "then", "else", "not", "dependentSchemas"]);
const subschemas = new Set(
  "items additionalItems prefixItems additionalProperties contains propertyNames unevaluatedItems unevaluatedProperties".split(
    " ",
  ),
);
/** Values that are data, whatever they look like. */
const data = new Set(["enum", "const", "default", "example", "examples", "required", "dependentRequired", "xml"]);
/** Of these, OpenAPI and old drafts mean something else than the vocabulary that is compiled. */
const rewritten = new Set([
  "nullable",
  "discriminator",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "$schema",
  "$vocabulary",
]);

/**
 * Turns the dialects that are met (OpenAPI 3.0 and 3.1, Swagger, drafts 4 to 2020) into the one that is compiled, and
 * puts a variant's wishes in. Nothing of the given schema is changed.
 */
export function rewriteSchema(root: unknown, variant: SchemaVariant, open: boolean): unknown {
  return new Rewriter(root as Node, variant).schema(root, open, 0);
}

class Rewriter {
  readonly #variant: SchemaVariant;
  readonly #draft: string;
  readonly #id: string | null;

  constructor(root: Node, variant: SchemaVariant) {
    this.#variant = variant;
    const id = root?.$id ?? root?.id;
    this.#id = typeof id === "string" ? id.replace(/#$/, "") : null;
    this.#draft = /draft-0[3467]/.exec(typeof root?.$schema === "string" ? root.$schema : "")?.[0] ?? "";
  }

  schema(given: unknown, open: boolean, depth: number): unknown {
    if (depth > deepest) throw new Error(`The schema is nested more than ${deepest} times.`);
    if (Array.isArray(given)) return given.map((each) => this.schema(each, open, depth + 1));
    if (typeof given !== "object" || given === null) return given;
    const source = given as Node;
    const { $ref } = source;
    if (typeof $ref === "string" && this.#draft !== "") return this.#onlyReference(source, $ref, open, depth);
    const made: Node = {};
    for (const [name, value] of Object.entries(source)) {
      if (rewritten.has(name)) continue;
      set(made, this.#draft === "draft-04" && name === "id" ? "$id" : name, this.#member(name, value, open, depth));
    }
    bounds(made, source);
    this.#names(made, source);
    this.#additional(made, source, open);
    discriminated(made, source, (each) => this.schema(each, true, depth + 1), this.#variant.ignoreCase);
    return source.nullable === true ? nullable(made) : made;
  }

  /** In drafts up to 7, nothing counts beside a reference; but other references may lead to definitions there. */
  #onlyReference(source: Node, ref: string, open: boolean, depth: number): Node {
    const made: Node = { $ref: this.#reference(ref, open) };
    for (const name of ["definitions", "$defs"]) {
      if (source[name] !== undefined) made[name] = this.#member(name, source[name], open, depth);
    }
    return made;
  }

  #member(name: string, value: unknown, open: boolean, depth: number): unknown {
    if (name === "$ref") return typeof value === "string" ? this.#reference(value, open) : value;
    if (data.has(name) || name.startsWith("x-")) return value;
    if (!schemaMaps.has(name)) {
      return this.schema(value, compositions.has(name) || (open && !subschemas.has(name)), depth + 1);
    }
    if (typeof value !== "object" || value === null) return value;
    const map: Node = {};
    const inside = compositions.has(name);
    for (const [key, each] of Object.entries(value)) {
      set(map, this.#key(name, key), this.schema(each, inside || (isHolder(name) && open), depth + 1));
    }
    return map;
  }

  #key(map: string, key: string): string {
    if (!this.#variant.ignoreCase) return key;
    if (map === "patternProperties") return `(?i)${key}`;
    return map === "properties" || map === "dependentSchemas" ? key.toLowerCase() : key;
  }

  /** What a reference inside a composition names is itself a part of it. */
  #reference(ref: string, open: boolean): string {
    const ownId = this.#id !== null && (ref === this.#id || ref.startsWith(`${this.#id}#`)) ? this.#id : "";
    const fragment = ref.slice(ownId.length);
    return fragment.startsWith("#") || ownId !== "" ? `${open ? openId : closedId}${fragment}` : ref;
  }

  #names(made: Node, { required, properties, dependentRequired }: Node): void {
    const { ignoreCase, side } = this.#variant;
    if (Array.isArray(required)) {
      const unasked = side === "request" ? "readOnly" : "writeOnly";
      const asked = required.filter((name) => !hasFlag(own(properties, name), unasked));
      made.required = ignoreCase ? [...new Set(asked.map(lower))] : asked;
      // Of draft 3 and Swagger 1, where a property itself is required; and an empty list says nothing.
      if ((made.required as unknown[]).length === 0) delete made.required;
    } else if (required !== undefined) delete made.required;
    if (ignoreCase && typeof dependentRequired === "object" && dependentRequired !== null) {
      const entries = Object.entries(dependentRequired as Record<string, unknown[]>);
      made.dependentRequired = Object.fromEntries(
        entries.map(([name, names]) => [name.toLowerCase(), names.map(lower)]),
      );
    }
  }

  #additional(made: Node, source: Node, open: boolean): void {
    const { additionalProperties: wanted } = this.#variant;
    if (wanted === true) {
      if (source.additionalProperties === false) delete made.additionalProperties;
      if (source.unevaluatedProperties === false) delete made.unevaluatedProperties;
    }
    if (wanted !== false) return;
    const composed = ["allOf", "anyOf", "oneOf"].some((name) => source[name] !== undefined);
    const isObject = composed || source.properties !== undefined || source.type === "object";
    if (!isObject) return;
    delete made.additionalProperties;
    if (!open) made[composed ? "unevaluatedProperties" : "additionalProperties"] = false;
  }
}

const isHolder = (name: string): boolean => name === "definitions" || name === "$defs" || name === "schemas";
const lower = (name: unknown): unknown => (typeof name === "string" ? name.toLowerCase() : name);
const own = (object: unknown, name: unknown): unknown =>
  typeof object === "object" && object !== null && Object.hasOwn(object, String(name))
    ? (object as Node)[String(name)]
    : undefined;
const hasFlag = (schema: unknown, flag: string): boolean => own(schema, flag) === true;

/** A name such as __proto__ is a member like any other. */
function set(node: Node, name: string, value: unknown): void {
  Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
}

/** In OpenAPI 3.0 and draft 4, exclusiveMinimum tells how minimum is meant. */
function bounds(made: Node, source: Node): void {
  for (const [bound, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    const value = source[exclusive];
    if (typeof value === "number") made[exclusive] = value;
    if (value !== true || typeof source[bound] !== "number") continue;
    made[exclusive] = source[bound];
    delete made[bound];
  }
}

function nullable(made: Node): Node {
  const isPlain = typeof made.type === "string" && ["enum", "const", "$ref"].every((name) => made[name] === undefined);
  const isWhole = ["allOf", "anyOf", "oneOf", "not"].every((name) => made[name] === undefined);
  if (isPlain && isWhole) return { ...made, type: [made.type, "null"] };
  return { anyOf: [{ type: "null" }, made] };
}

/** The property tells which of the schemas counts, so that the others' complaints are not heard. */
function discriminated(made: Node, source: Node, rewrite: (schema: unknown) => unknown, ignoreCase: boolean): void {
  const given = own(source.discriminator, "propertyName");
  const kind = ["oneOf", "anyOf"].find((name) => Array.isArray(source[name]));
  if (typeof given !== "string" || kind === undefined) return;
  const property = ignoreCase ? given.toLowerCase() : given;
  const branches = source[kind] as unknown[];
  const refs = branches.map((branch) => own(branch, "$ref"));
  if (!refs.every((ref): ref is string => typeof ref === "string")) return;
  const mapping = Object.entries((own(source.discriminator, "mapping") ?? {}) as Record<string, string>);
  const known = new Map<string, string>(refs.map((ref) => [nameIn(ref), ref]));
  for (const [value, target] of mapping) {
    const ref = refs.find((each) => each === target || nameIn(each) === target);
    if (ref !== undefined) known.set(value, ref);
  }
  delete made[kind];
  made.required = [...new Set([...((made.required as string[] | undefined) ?? []), property])];
  const choices = [...known].map(([value, ref]) => ({
    if: { properties: { [property]: { const: value } }, required: [property] },
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema
    then: rewrite({ $ref: ref }),
  }));
  const one = { properties: { [property]: { enum: [...known.keys()] } } };
  made.allOf = [...((made.allOf as unknown[] | undefined) ?? []), one, ...choices];
}

const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);
