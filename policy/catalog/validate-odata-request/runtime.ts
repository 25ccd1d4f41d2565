import { fixedOptional, type Runtime, readOptional, type Value } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { SchemaResource } from "@/policy/host/resources";
import { checkOdataRequest } from "@/policy/kits/odata/check-odata-request";
import type { OdataModel } from "@/policy/kits/odata/odata-model";
import { Findings } from "@/policy/kits/validation/findings";
import { runWork } from "@/policy/kits/worker/run-work";

/** Under which an imported $metadata document is kept; Azure does not say how its own is. */
const schemaTypes = ["application/vnd.ms-azure-apim.odata.schema", "application/edmx+xml"];
const readingMs = 5_000;

interface Options {
  readonly policy: string;
  readonly variable: string | null;
  readonly defaultVersion: Value<string> | null;
  readonly minVersion: Value<string> | null;
  readonly maxVersion: Value<string> | null;
  readonly maxSize: Value<number> | null;
}

export const runtime: Runtime = {
  compile(node, context) {
    const options: Options = {
      policy: node.name,
      variable: fixedOptional(node, context.text(node, "error-variable-name")),
      defaultVersion: context.text(node, "default-odata-version"),
      minVersion: context.text(node, "min-odata-version"),
      maxVersion: context.text(node, "max-odata-version"),
      maxSize: context.integer(node, "max-size"),
    };
    return (exchange) => {
      const resource = schemaOf(exchange);
      return resource === null ? validate(exchange, options, null) : validateByModel(exchange, options, resource);
    };
  },
};

async function validateByModel(exchange: Exchange, options: Options, resource: SchemaResource): Promise<Flow> {
  return validate(exchange, options, await modelOf(resource));
}

/** Status and texts are not documented: it answers as the other validations do. */
function validate(exchange: Exchange, options: Options, model: OdataModel | null): Flow | Promise<Flow> {
  const findings = new Findings(exchange, options.policy, options.variable, "request");
  const wrong = (type: string, name: string, message: string) => {
    const text = `The OData request is not valid: ${name}: ${message}`;
    findings.add({ name, type, rule: "OData", details: text, publicText: text }, "prevent");
  };
  const { request, target } = exchange;
  const version = checkVersions(exchange, options, (name, message) => wrong("RequestHeader", name, message));
  for (const { where, message } of checkOdataRequest(
    { method: request.method, path: target.path, query: target.query, version },
    model,
  )) {
    wrong(where === "path" ? "PathParameter" : "QueryParameter", where, message);
  }
  const maxSize = readOptional(options.maxSize, exchange);
  const tooLarge = (size: number) => {
    if (maxSize === null || size <= maxSize) return;
    const found = `Request's body is ${size} bytes long and it exceeds the`;
    const [details, publicText] = [
      `${found} configured limit of ${maxSize} bytes.`,
      `${found} limit of ${maxSize} bytes.`,
    ];
    findings.add({ name: "", type: "RequestBody", rule: "SizeLimit", details, publicText }, "prevent");
  };
  const { length } = request.body;
  if (maxSize !== null && length === null) {
    return request.body.bytes().then((bytes) => {
      tooLarge(bytes.byteLength);
      findings.settle();
      return proceed;
    });
  }
  tooLarge(length ?? 0);
  findings.settle();
  return proceed;
}

type Report = (name: string, message: string) => void;

/** By which version the parameters are read. */
function checkVersions(exchange: Exchange, options: Options, wrong: Report): number {
  const { headers } = exchange.request;
  for (const name of ["OData-Version", "OData-MaxVersion"]) {
    const values = headers.all(name);
    if (values.some((value) => versionIn(value) === null)) wrong(name, "It is not a version such as 4.0.");
    else if (values.length > 1) wrong(name, "It stands there more than once.");
  }
  const given = versionIn(headers.get("OData-Version") ?? "");
  if (given === null) return versionIn(readOptional(options.defaultVersion, exchange) ?? "4.0") ?? 4;
  const least = versionIn(readOptional(options.minVersion, exchange) ?? "");
  const most = versionIn(readOptional(options.maxVersion, exchange) ?? "");
  if (least !== null && given < least)
    wrong("OData-Version", `It is less than ${shown(least)}, the least that is accepted.`);
  if (most !== null && given > most)
    wrong("OData-Version", `It is more than ${shown(most)}, the most that is accepted.`);
  return given;
}

const shown = (version: number): string => (Number.isInteger(version) ? version.toFixed(1) : String(version));

/** 4.01 is more than 4.0, and less than 5.0. */
const versionIn = (text: string): number | null => (/^\d\.\d{1,2}$/.test(text.trim()) ? Number(text) : null);

function schemaOf({ resources }: Exchange): SchemaResource | null {
  for (const type of schemaTypes) {
    const found = resources.schemaOfType(type);
    if (found !== null) return found;
  }
  return null;
}

const models = new WeakMap<SchemaResource, Promise<OdataModel>>();

/** Read once for each document; one that cannot be read fails the requests, and is tried again. */
function modelOf(resource: SchemaResource): Promise<OdataModel> {
  const known = models.get(resource);
  if (known !== undefined) return known;
  const reading = runWork("read-odata-model", resource.text, readingMs).catch((cause: Error) => {
    models.delete(resource);
    const message = `The API's schema ${resource.id} cannot be used: ${cause.message}`;
    throw new Fault({ source: "validate-odata-request", reason: "SchemaInvalid", status: 500, message, cause });
  });
  models.set(resource, reading);
  return reading;
}
