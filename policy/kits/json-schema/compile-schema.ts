import type { Ajv, Options, ValidateFunction } from "ajv";
import { NetRegex } from "@/policy/kits/regex/net-regex";
import { deepest, isNestedDeeper } from "./nesting";
import { closedId, openId, rewriteSchema } from "./rewrite-schema";
import type { SchemaVariant } from "./schema-variant";
import { areUnique } from "./unique";

/** Formats look at no more than this: their patterns are not all of them linear. */
const longestFormatted = 2_048;

/** .NET's patterns, as Azure's; run by the engine that counts its steps, so that none goes on for ever. */
const regExp = Object.assign(
  (pattern: string) => {
    const regex = new NetRegex(pattern);
    return { test: (text: string) => regex.isMatch(text), toString: () => `/${pattern}/` };
  },
  { code: "patternOf" },
);

const options = (allErrors: boolean): Options => ({
  allErrors,
  strict: false,
  meta: false,
  validateSchema: false,
  addUsedSchema: false,
  // A member that objects inherit is not in the body.
  ownProperties: true,
  logger: false,
  unicodeRegExp: false,
  code: { regExp },
});

async function load() {
  const [newest, common, formats] = await Promise.all([
    import("ajv/dist/2020.js"),
    import("ajv/dist/2019.js"),
    import("ajv-formats"),
  ]);
  return { Ajv2020: newest.default, Ajv2019: common.default, addFormats: formats.default };
}
let loading: ReturnType<typeof load> | null = null;

/** Loaded when the first schema is met, so that a gateway without any starts sooner. */
export function loadSchemaCompiler(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}
type Library = Awaited<ReturnType<typeof load>>;

/** A schema document, and the validators that were made of it. */
export class SchemaDocument {
  readonly root: unknown;
  readonly #isNewest: boolean;
  readonly #compilers = new Map<string, Ajv>();
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(text: string) {
    if (isNestedDeeper(text, deepest)) throw new Error(`The schema is nested more than ${deepest} times.`);
    this.root = JSON.parse(text);
    this.#isNewest = /"(?:prefixItems|\$dynamicRef)"|draft\/2020-12/.test(text);
  }

  /** Throws where a reference leads out of the document, or the schema is none. */
  validator(library: Library, pointer: string, variant: SchemaVariant, allErrors: boolean): ValidateFunction {
    const wishes = `${variant.additionalProperties} ${variant.ignoreCase} ${variant.side} ${allErrors}`;
    const key = `${wishes} ${pointer}`;
    const known = this.#validators.get(key);
    if (known !== undefined) return known;
    const compiler = this.#compilers.get(wishes) ?? this.#compiler(library, variant, allErrors);
    this.#compilers.set(wishes, compiler);
    const made = compiler.compile({ $ref: `${closedId}#${pointer}` });
    this.#validators.set(key, made);
    return made;
  }

  #compiler({ Ajv2019, Ajv2020, addFormats }: Library, variant: SchemaVariant, allErrors: boolean): Ajv {
    const ajv: Ajv = this.#isNewest ? new Ajv2020(options(allErrors)) : new Ajv2019(options(allErrors));
    addFormats(ajv);
    for (const [name, format] of Object.entries(ajv.formats)) {
      const validate = (format as { validate?: unknown })?.validate ?? format;
      if (validate instanceof RegExp) ajv.addFormat(name, (text: string) => fits(text) && validate.test(text));
      else if (typeof validate === "function" && (format as { type?: string }).type !== "number") {
        ajv.addFormat(name, (text: string) => fits(text) && Boolean(validate(text)));
      }
    }
    ajv.removeKeyword("uniqueItems");
    ajv.addKeyword({
      keyword: "uniqueItems",
      type: "array",
      schemaType: "boolean",
      errors: false,
      error: { message: "must not have duplicate items" },
      validate: (unique: boolean, items: unknown[]) => !unique || areUnique(items),
    });
    ajv.addSchema(withId(rewriteSchema(this.root, variant, false), closedId), closedId);
    ajv.addSchema(withId(rewriteSchema(this.root, variant, true), openId), openId);
    return ajv;
  }
}

const fits = (text: string): boolean => text.length <= longestFormatted;

/** The document goes by our name alone: two forms of it cannot both have its own. */
function withId(schema: unknown, id: string): Record<string, unknown> {
  if (typeof schema !== "object" || schema === null) return { $id: id, allOf: [schema] };
  return { ...schema, $id: id };
}
