/** A backend's address, taken apart once. */
export interface BackendUrl {
  readonly secure: boolean;
  /** "http://host:port", the key of its connections. */
  readonly origin: string;
  /** For the Host header: without a default port. */
  readonly host: string;
  readonly hostName: string;
  readonly port: number;
  /** Without a trailing slash; "" is the root. */
  readonly path: string;
  /** As written, for a call with nothing to append. */
  readonly exactPath: string;
  /** Without the question mark. */
  readonly query: string;
}

/** null: not an http or https address. WebSocket addresses are those of their handshake. */
export function parseBackendUrl(text: string): BackendUrl | null {
  let url: URL;
  try {
    url = new URL(text.replace(/^ws(s?):/i, "http$1:"));
  } catch {
    return null;
  }
  const secure = url.protocol === "https:";
  if (!secure && url.protocol !== "http:") return null;
  return {
    secure,
    origin: url.origin,
    host: url.host,
    hostName: url.hostname,
    port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
    path: url.pathname.replace(/\/+$/, ""),
    exactPath: url.pathname,
    query: url.search.slice(1),
  };
}

/** The operation's path behind the backend's, with exactly one slash between. */
export function joinPath(base: BackendUrl, path: string): string {
  if (path === "") return base.exactPath;
  return path.charCodeAt(0) === 0x2f ? base.path + path : `${base.path}/${path}`;
}

/** `query` with its question mark, or empty; so is the result. */
export function joinQuery(base: BackendUrl, query: string): string {
  if (base.query === "") return query;
  return query.length > 1 ? `?${base.query}&${query.slice(1)}` : `?${base.query}`;
}

/** Whether `path` is `prefix` or lies below it. */
export function isBelow(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false;
  return path.length === prefix.length || prefix === "" || path.charCodeAt(prefix.length) === 0x2f;
}
