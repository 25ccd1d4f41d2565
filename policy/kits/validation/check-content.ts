import type { Resources, SchemaResource } from "@/policy/host/resources";
import { checkJson, type JsonCheck, smallBodyBytes, smallSchemaLength } from "@/policy/kits/json-schema/check-json";
import { runWork } from "@/policy/kits/worker/run-work";
import { WorkFailed } from "@/policy/kits/worker/work-failed";
import type { XmlCheck } from "@/policy/kits/xsd/check-xml";
import { includedSchemas } from "@/policy/kits/xsd/included-schemas";
import { type CheckOutcome, unusable } from "./check-outcome";

/** For the check of one content, in a thread of its own. */
const longestMs = 3_000;

/** Small ones at once; what could hold up others, in a worker thread. */
export function checkJsonContent(check: JsonCheck): Promise<CheckOutcome> {
  const isSmall = check.body.byteLength <= smallBodyBytes && (check.schemaText?.length ?? 0) <= smallSchemaLength;
  return isSmall ? checkJson(check) : settled(runWork("check-json", check, longestMs));
}

export function checkXmlContent(
  check: Omit<XmlCheck, "schema">,
  schema: SchemaResource | null,
  resources: Resources,
): Promise<CheckOutcome> {
  const texts = schema === null ? null : { text: schema.text, others: includedSchemas(schema.text, resources) };
  return settled(runWork("check-xml", { ...check, schema: texts }, longestMs));
}

const settled = (work: Promise<CheckOutcome>): Promise<CheckOutcome> =>
  work.catch((error: unknown) => {
    if (error instanceof WorkFailed) return unusable(error.message);
    throw error;
  });
