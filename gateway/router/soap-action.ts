import type { Headers } from "@/policy/headers";
import { lookupIn, type QueryLookup } from "./find-operation";

/**
 * Operations of a SOAP pass-through API have templates like "/?soapAction=urn:get". SOAP 1.1 names the action in a
 * header, SOAP 1.2 in the content type; either stands for the query parameter.
 */
export function soapLookup(query: string, headers: Headers): QueryLookup {
  const inQuery = lookupIn(query);
  return (name) => inQuery(name) ?? (name.toLowerCase() === "soapaction" ? soapAction(headers) : null);
}

function soapAction(headers: Headers): string | null {
  const header = headers.get("SOAPAction");
  if (header !== undefined) return header.trim().replace(/^"(.*)"$/, "$1");
  const action = /;\s*action=(?:"([^"]*)"|([^\s;]+))/i.exec(headers.get("Content-Type") ?? "");
  return action === null ? null : (action[1] ?? action[2] ?? null);
}
