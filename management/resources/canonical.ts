/**
 * Ids of documents: canonical ones are relative to the service, lower case, with a leading slash; those that people
 * and templates write may be full ARM ids, relative ones in any case, or carry a trailing slash.
 */

const fullId = /^\/?subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.apimanagement\/service\/[^/]+/i;

/**
 * The canonical form of what a client wrote. The service that a full id names is not compared with ours: templates
 * carry the name they were exported under, and an installation has but one service.
 */
export function canonicalId(written: string): string {
  const relative = written
    .trim()
    .replace(fullId, "")
    .replace(/^\/+|\/+$/g, "");
  return `/${relative.toLowerCase()}`;
}

/** "/backends/orders" for a reference into `backends`; null when it leads elsewhere or nowhere. */
export function canonicalIdIn(collection: string, written: string): string | null {
  const id = canonicalId(written);
  const prefix = `/${collection.toLowerCase()}/`;
  return id.startsWith(prefix) && id.length > prefix.length && !id.slice(prefix.length).includes("/") ? id : null;
}

/** "apis/operations" of "/apis/orders/operations/get", in lower case; "service" of "/". */
export function typeOf(id: string): string {
  if (id === "/") return "service";
  return id
    .slice(1)
    .split("/")
    .filter((_, index) => index % 2 === 0)
    .join("/");
}
