import { serviceId } from "@/lib/service-id";
import { splitRevision } from "../apis/revision-id";
import { canonicalId } from "../canonical";

/**
 * The canonical form of a scope: "/" (all access), "/apis" (all APIs), "/apis/x", "/products/x"; null for anything else.
 * A subscription to an API is one to all its revisions.
 */
export function canonicalScope(written: string): string | null {
  const scope = canonicalId(written);
  if (scope === "/" || scope === "/apis") return scope;
  if (/^\/products\/[^/]+$/.test(scope)) return scope;
  return /^\/apis\/[^/]+$/.test(scope) ? splitRevision(scope).api : null;
}

/** As Azure shows it: "…/service/gatehouse/" for all access. */
export const fullScope = (scope: string, name: string | null): string => {
  if (name === null) return serviceId + scope;
  return `${serviceId}/${scope.split("/")[1]}/${name}`;
};
