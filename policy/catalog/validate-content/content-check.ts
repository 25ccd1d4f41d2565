import { type CompileContext, fixedOptional, read, readOptional, required, type Value } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { RepresentationDescription, SchemaResource } from "@/policy/host/resources";
import { checkJsonContent, checkXmlContent } from "@/policy/kits/validation/check-content";
import { type CheckOutcome, unusable } from "@/policy/kits/validation/check-outcome";
import type { Findings } from "@/policy/kits/validation/findings";
import { mediaType } from "@/policy/kits/validation/media-type";
import type { PolicyNode } from "@/policy/policy-node";
import { addOutcome, missingSchema, type Subject } from "./outcomes";

/** One <content>. */
export interface ContentCheck {
  readonly type: Value<string> | null;
  readonly action: Value<string>;
  readonly validateAs: string;
  readonly schemaId: string | null;
  readonly schemaRef: string | null;
  readonly additionalProperties: boolean | null;
  readonly ignoreCase: boolean;
}

export function compileContentCheck(node: PolicyNode, context: CompileContext): ContentCheck {
  const text = (name: string): string | null => fixedOptional(node, context.text(node, name)) || null;
  return {
    type: context.text(node, "type"),
    action: required(node, "action", context.text(node, "action")),
    validateAs: text("validate-as") ?? "json",
    schemaId: text("schema-id"),
    schemaRef: text("schema-ref"),
    additionalProperties: fixedOptional(node, context.boolean(node, "allow-additional-properties")),
    ignoreCase: fixedOptional(node, context.boolean(node, "case-insensitive-property-names")) ?? false,
  };
}

/** Without a type it applies to every one of the description's. */
export function appliesTo(check: ContentCheck, exchange: Exchange, type: string, isDescribed: boolean): boolean {
  const wanted = mediaType(readOptional(check.type, exchange) ?? "");
  return wanted === "" ? isDescribed : wanted === type;
}

export async function runContentCheck(
  check: ContentCheck,
  exchange: Exchange,
  subject: Subject,
  representation: RepresentationDescription | null,
  body: Uint8Array,
  findings: Findings,
): Promise<void> {
  const action = read(check.action, exchange);
  if (action === "ignore") return;
  const id = check.schemaId ?? representation?.schemaId ?? null;
  const schema = id === null ? null : exchange.resources.schema(id);
  // What the description names no schema for has only to be well-formed.
  if (schema === null && (id !== null || representation === null)) {
    findings.add(missingSchema, action);
    return;
  }
  const typeName = check.schemaId === null ? (representation?.typeName ?? null) : null;
  const definition = typeName ?? check.schemaRef?.replace(/^.*\//, "") ?? schema?.id.replace(/^.*\//, "") ?? "";
  const outcome = await outcomeOf(check, exchange, subject, schema, typeName, body);
  addOutcome(outcome, { ...subject, definition }, action, findings);
}

function outcomeOf(
  check: ContentCheck,
  exchange: Exchange,
  { type, side }: Subject,
  schema: SchemaResource | null,
  typeName: string | null,
  body: Uint8Array,
): CheckOutcome | Promise<CheckOutcome> {
  const { validateAs, schemaRef, additionalProperties, ignoreCase } = check;
  if (schema !== null && isXmlSchema(schema) !== (validateAs !== "json")) {
    return unusable(`The schema ${schema.id} is '${schema.contentType}', which is not for ${validateAs}.`);
  }
  if (validateAs === "json") {
    const definition = schemaRef === null ? (typeName === null ? null : { name: typeName }) : pointerIn(schemaRef);
    if (definition === null && schema !== null && /(?:components|definitions)\+json$/i.test(schema.contentType)) {
      return { kind: "no-definition" };
    }
    const variant = { additionalProperties, ignoreCase, side };
    return checkJsonContent({ body, schemaText: schema?.text ?? null, definition, variant });
  }
  const soap = validateAs === "xml" ? null : soapVersions.get(type);
  if (soap === undefined) {
    return unusable(`SOAP is validated as ${[...soapVersions.keys()].join(" or ")}, not as '${type}'.`);
  }
  return checkXmlContent({ body, element: typeName, soap }, schema, exchange.resources);
}

const soapVersions = new Map<string, "1.1" | "1.2">([
  ["text/xml", "1.1"],
  ["application/soap+xml", "1.2"],
]);

const pointerIn = (ref: string) => ({ pointer: ref.startsWith("#") ? ref.slice(1) : ref });
const isXmlSchema = ({ contentType }: SchemaResource): boolean => /(?:^|[/+])xml$/i.test(mediaType(contentType));
