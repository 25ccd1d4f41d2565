import type { Headers } from "@/policy/headers";

/** What stands for the query parameter soapAction where the URL does not have it. */
export const isSoapAction = (parameter: string): boolean => parameter.toLowerCase() === "soapaction";

/**
 * Operations of a SOAP pass-through API have templates like "/?soapAction=urn:get". SOAP 1.1 names the action in a
 * header, SOAP 1.2 in the content type.
 */
export function soapAction(headers: Headers): string | null {
  const header = headers.get("SOAPAction");
  if (header !== undefined) return header.trim().replace(/^"(.*)"$/, "$1");
  const action = /;\s*action=(?:"([^"]*)"|([^\s;]+))/i.exec(headers.get("Content-Type") ?? "");
  return action === null ? null : (action[1] ?? action[2] ?? null);
}
