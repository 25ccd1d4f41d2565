import type { z } from "zod";
import type { Json } from "@/lib/json";
import { timeSpan } from "@/management/resources/member";

/** What a form needs to know of a member, read from its zod schema. */
export type FieldNode = {
  required: boolean;
  /** null is a value of its own: "no limit". */
  nullable: boolean;
  /** What the schema puts in when the member is left out. */
  fallback: Json | undefined;
} & (
  | { kind: "text"; min: number; max: number | undefined; format: "plain" | "duration" | "date-time" }
  | { kind: "number"; min: number | undefined; max: number | undefined }
  | { kind: "boolean" }
  | { kind: "choice"; options: readonly string[] }
  | { kind: "object"; fields: ReadonlyMap<string, FieldNode> }
  | { kind: "list"; item: FieldNode; max: number | undefined }
  | { kind: "map"; value: FieldNode }
  | { kind: "json" }
);

type Schema = z.core.$ZodType;
interface Limits {
  minimum?: number;
  maximum?: number;
}

const described = new WeakMap<Schema, FieldNode>();

export function describe(schema: Schema): FieldNode {
  const known = described.get(schema);
  if (known !== undefined) return known;
  const node = unwrap(schema);
  described.set(schema, node);
  return node;
}

/** Takes off what says when a member may be missing, then reads what it is. */
function unwrap(schema: Schema): FieldNode {
  const { def } = schema._zod as { def: { type: string; innerType?: Schema; in?: Schema; defaultValue?: Json } };
  const inner = def.innerType ?? def.in;
  if (inner === undefined)
    return { required: true, nullable: false, fallback: undefined, ...shapeOf(schema) } as FieldNode;
  const node = describe(inner);
  if (def.type === "optional" || def.type === "exactOptional") return { ...node, required: false };
  if (def.type === "nullable") return { ...node, nullable: true };
  if (def.type === "default" || def.type === "prefault")
    return { ...node, required: false, fallback: def.defaultValue };
  return node;
}

function shapeOf(schema: Schema) {
  const { def } = schema._zod as unknown as { def: SchemaDef };
  const { minimum, maximum } = limitsOf(def.checks ?? []);
  switch (def.type) {
    case "string":
      return { kind: "text", min: minimum ?? 0, max: maximum, format: formatOf(schema, def) };
    case "number":
    case "int":
      return { kind: "number", min: minimum, max: maximum };
    case "boolean":
      return { kind: "boolean" };
    case "enum":
      return { kind: "choice", options: Object.values(def.entries ?? {}).map(String) };
    case "literal":
      return { kind: "choice", options: (def.values ?? []).map(String) };
    case "object":
      return {
        kind: "object",
        fields: new Map(Object.entries(def.shape ?? {}).map(([name, member]) => [name, describe(member)])),
      };
    case "array":
      return { kind: "list", item: describe(def.element as Schema), max: maximum };
    case "record":
      return { kind: "map", value: describe(def.valueType as Schema) };
    default:
      return { kind: "json" };
  }
}

interface SchemaDef {
  type: string;
  format?: string;
  checks?: readonly { _zod: { def: { check: string; minimum?: number; maximum?: number; value?: number } } }[];
  entries?: Record<string, string | number>;
  values?: readonly unknown[];
  shape?: Record<string, Schema>;
  element?: Schema;
  valueType?: Schema;
}

function limitsOf(checks: NonNullable<SchemaDef["checks"]>): Limits {
  const limits: Limits = {};
  for (const { _zod } of checks) {
    const { check, minimum, maximum, value } = _zod.def;
    if (check === "min_length") limits.minimum = minimum;
    if (check === "max_length") limits.maximum = maximum;
    if (check === "greater_than") limits.minimum = value;
    if (check === "less_than") limits.maximum = value;
  }
  return limits;
}

function formatOf(schema: Schema, def: SchemaDef): "plain" | "duration" | "date-time" {
  if (schema === (timeSpan as Schema) || def.format === "duration") return "duration";
  return def.format === "datetime" ? "date-time" : "plain";
}

/** The node of a path with `*` or an index for items: "pool.services.0.id". */
export function nodeAt(root: FieldNode, path: string): FieldNode | undefined {
  return path.split(".").reduce<FieldNode | undefined>((node, key) => {
    if (node?.kind === "object") return node.fields.get(key);
    if (node?.kind === "list") return node.item;
    return node?.kind === "map" ? node.value : undefined;
  }, root);
}
