/** A schema of JSON, as OpenAPI or JSON Schema writes it. */
interface Schema {
  readonly [keyword: string]: unknown;
}

const maxDepth = 20;
const maxValues = 10_000;

const texts: ReadonlyMap<unknown, string> = new Map([
  ["date", "2024-01-01"],
  ["date-time", "2024-01-01T00:00:00Z"],
  ["time", "00:00:00Z"],
  ["uuid", "00000000-0000-0000-0000-000000000000"],
  ["email", "user@example.com"],
  ["uri", "https://example.com/"],
  ["hostname", "example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["byte", "c3RyaW5n"],
]);

/**
 * A value that fits a schema: its own example where it has one, else something plain of its type. `document` is what
 * references lead into. What Azure's generator makes is not documented.
 */
export function sampleOf(schema: unknown, document: unknown): unknown {
  return new Sampler(document).value(schema, 0);
}

class Sampler {
  readonly #document: unknown;
  #left = maxValues;

  constructor(document: unknown) {
    this.#document = document;
  }

  value(given: unknown, depth: number): unknown {
    if (!isSchema(given) || depth > maxDepth || this.#left-- <= 0) return null;
    if (typeof given.$ref === "string") return this.value(this.#referred(given.$ref), depth + 1);
    const written = ownValue(given);
    if (written !== undefined) return written;
    if (Array.isArray(given.allOf)) return this.#merged(given, given.allOf, depth);
    const choices = given.oneOf ?? given.anyOf;
    if (Array.isArray(choices)) return this.value(choices[0], depth + 1);
    return this.#ofType(given, depth);
  }

  #ofType(schema: Schema, depth: number): unknown {
    switch (typeOf(schema)) {
      case "object":
        return this.#object(schema, depth);
      case "array": {
        const item = Array.isArray(schema.items) ? schema.items[0] : schema.items;
        return isSchema(item) && depth < maxDepth ? [this.value(item, depth + 1)] : [];
      }
      case "integer":
      case "number":
        return typeof schema.minimum === "number" ? schema.minimum : 0;
      case "boolean":
        return true;
      case "string":
        return texts.get(schema.format) ?? "string";
      default:
        return null;
    }
  }

  #object({ properties }: Schema, depth: number): object {
    if (!isSchema(properties) || depth >= maxDepth) return {};
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, this.value(property, depth + 1)]),
    );
  }

  #merged(schema: Schema, parts: readonly unknown[], depth: number): unknown {
    const values = parts.map((part) => this.value(part, depth + 1));
    if (isSchema(schema.properties)) values.push(this.#object(schema, depth));
    const objects = values.filter(isSchema);
    return objects.length === 0 ? (values[0] ?? null) : Object.fromEntries(objects.flatMap(Object.entries));
  }

  /** "#/components/schemas/Pet" */
  #referred(reference: string): unknown {
    if (!reference.startsWith("#/")) return null;
    let found = this.#document;
    for (const part of reference.slice(2).split("/")) {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      if (!isSchema(found) || !Object.hasOwn(found, name)) return null;
      found = found[name];
    }
    return found;
  }
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function ownValue({ example, examples, default: preset, const: only, enum: values }: Schema): unknown {
  const first = (list: unknown) => (Array.isArray(list) ? list[0] : undefined);
  return example ?? first(examples) ?? preset ?? only ?? first(values);
}

function typeOf({ type, properties, items }: Schema): unknown {
  const types: unknown[] = Array.isArray(type) ? type : [type];
  const named = types.find((each) => typeof each === "string" && each !== "null");
  return named ?? (isSchema(properties) ? "object" : items === undefined ? null : "array");
}
