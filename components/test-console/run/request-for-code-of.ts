import type { Resource } from "../../data/resource";
import type { RequestForCode } from "../code/request-for-code";
import type { ConsoleRun } from "./console-run";

const usualHeader = "Ocp-Apim-Subscription-Key";

export function keyHeaderOf(api: Resource | undefined): string {
  const names = api?.properties.subscriptionKeyParameterNames as { header?: string } | undefined;
  return names?.header ?? usualHeader;
}

/** What was sent, with the key by its name; null: nothing went out. Secrets of an environment stay as they were written. */
export function requestForCode({ request, sent }: ConsoleRun, keyHeader: string): RequestForCode | null {
  if (sent === null) return null;
  const hasKey = request.subscriptionId !== undefined || request.key !== undefined;
  const isKey = (name: string) => name.toLowerCase() === keyHeader.toLowerCase();
  // The server adds what belongs to the trace; nobody else may send that.
  const isOurs = (name: string) => /^apim-debug-authorization$|^gatehouse-/i.test(name);
  return {
    method: sent.method,
    url: sent.url,
    headers: sent.headers.filter(({ name }) => !isOurs(name) && !(hasKey && isKey(name))),
    keyHeader: hasKey || sent.headers.some(({ name }) => isKey(name)) ? keyHeader : null,
    body: sent.body,
    bodyEncoding: request.bodyEncoding ?? "text",
  };
}
