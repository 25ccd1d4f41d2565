import type { JsonObject } from "@/lib/json";
import { resourceNotFound, validationError } from "../../refusals";
import { canonicalId, canonicalIdIn } from "../../resources/canonical";
import type { Store, StoredDocument } from "../../store/store";
import type { ConsoleRequest } from "./console-request";
import { fillTemplate } from "./fill-template";
import { operationIdIn } from "./operation-id-in";

/** A request as the gateway gets it, before the subscription key. */
export interface Composed {
  method: string;
  path: string;
  headers: { name: string; value: string }[];
  keyHeader: string;
}

/** Puts together the operation's URL: the API's path, its version and revision, the template filled in. */
export async function compose(request: ConsoleRequest, store: Pick<Store, "read">): Promise<Composed> {
  const apiId = canonicalIdIn("apis", request.apiId) ?? canonicalIdIn("apis", `/apis/${request.apiId}`);
  const api = apiId === null ? null : await store.read(apiId);
  if (api === null) throw resourceNotFound("API");
  const operation = await store.read(operationIdIn(api.id, request.operationId));
  if (operation === null || operation.type !== "apis/operations") throw resourceNotFound("Operation");
  const version = await versionOf(api, store);
  const template = operation.properties.urlTemplate as string;
  const filled = fillTemplate(template, { ...request.parameters, ...version.query });
  if (request.path === undefined && filled.missing.length > 0) {
    throw validationError(
      filled.missing.map((name) => ({ target: `parameters.${name}`, message: `The template ${template} needs it.` })),
    );
  }
  const revision = api.properties.isCurrent === false ? `;rev=${api.properties.apiRevision}` : "";
  const base = [api.properties.path as string, version.segment].filter((part) => part !== "").join("/");
  const root = base === "" ? revision && `/${revision}` : `/${base}${revision}`;
  const keyNames = api.properties.subscriptionKeyParameterNames as JsonObject | undefined;
  return {
    method: request.method ?? methodOf(operation),
    path: request.path ?? root + filled.path,
    headers: [...version.headers, ...request.headers],
    keyHeader: (keyNames?.header as string | undefined) ?? "Ocp-Apim-Subscription-Key",
  };
}

/** An operation for any method is tried with GET unless told otherwise. */
function methodOf(operation: StoredDocument): string {
  const method = operation.properties.method as string;
  return method === "*" ? "GET" : method.toUpperCase();
}

interface Version {
  segment: string;
  query: Record<string, string>;
  headers: { name: string; value: string }[];
}

async function versionOf(api: StoredDocument, store: Pick<Store, "read">): Promise<Version> {
  const none: Version = { segment: "", query: {}, headers: [] };
  const { apiVersion, apiVersionSetId } = api.properties;
  if (typeof apiVersion !== "string" || apiVersion === "" || typeof apiVersionSetId !== "string") return none;
  const set = (await store.read(canonicalId(apiVersionSetId)))?.properties;
  if (set?.versioningScheme === "Segment") return { ...none, segment: apiVersion };
  if (set?.versioningScheme === "Query") return { ...none, query: { [set.versionQueryName as string]: apiVersion } };
  if (set?.versioningScheme === "Header") {
    return { ...none, headers: [{ name: set.versionHeaderName as string, value: apiVersion }] };
  }
  return none;
}
