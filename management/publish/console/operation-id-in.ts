import { canonicalId } from "../../resources/canonical";

/** Of an operation as a request names it: whole, or by its name within the API. */
export function operationIdIn(apiId: string, written: string): string {
  const id = canonicalId(written);
  return id.startsWith("/apis/") ? id : `${apiId}/operations${id}`;
}
