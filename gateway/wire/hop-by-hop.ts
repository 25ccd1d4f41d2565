/**
 * Whether a field concerns one connection only and is never passed on (RFC 9110 section 7.6.1), or is made anew for each
 * (Content-Length, Expect, Trailer). Asked for every line of every message, hence the look at the length first.
 */
export function isHopByHop(name: string): boolean {
  switch (name.length) {
    case 2:
      return same(name, "te");
    case 6:
      return same(name, "expect");
    case 7:
      return same(name, "upgrade") || same(name, "trailer");
    case 10:
      return same(name, "connection") || same(name, "keep-alive");
    case 14:
      return same(name, "content-length");
    case 16:
      return same(name, "proxy-connection");
    case 17:
      return same(name, "transfer-encoding");
    case 18:
      return same(name, "proxy-authenticate");
    case 19:
      return same(name, "proxy-authorization");
    default:
      return false;
  }
}

/** The fields that Connection lines name, in lower case; null where they name none beyond the usual. */
export function fieldsNamedByConnection(value: string): string[] | null {
  if (usual(value)) return null;
  const names: string[] = [];
  for (const part of value.split(",")) {
    const name = part.trim().toLowerCase();
    if (name !== "" && !usual(name)) names.push(name);
  }
  return names.length === 0 ? null : names;
}

function usual(value: string): boolean {
  switch (value.length) {
    case 5:
      return same(value, "close");
    case 7:
      return same(value, "upgrade");
    case 10:
      return same(value, "keep-alive");
    default:
      return false;
  }
}

/** `lower` is in lower case. */
function same(name: string, lower: string): boolean {
  return name === lower || name.toLowerCase() === lower;
}
