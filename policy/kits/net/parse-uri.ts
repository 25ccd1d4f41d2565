import { wellFormed } from "@/policy/kits/text/well-formed";
/** The parts of an absolute URI in their canonical form. */
export interface UriParts {
  scheme: string;
  hasAuthority: boolean;
  userInfo: string;
  host: string;
  /** -1 where the scheme has none. */
  port: number;
  isDefaultPort: boolean;
  path: string;
  /** With its question mark, or empty. */
  query: string;
  /** With its number sign, or empty. */
  fragment: string;
}

const defaultPorts: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["https", 443],
  ["ws", 80],
  ["wss", 443],
  ["ftp", 21],
  ["ldap", 389],
  ["file", -1],
]);

const whole = /^([A-Za-z][A-Za-z0-9+.-]*):(?:(\/\/|\\\\)([^/?#\\]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s;

export const undetermined = "Invalid URI: The format of the URI could not be determined.";

/** RFC 3986 as .NET reads it; a sentence for what is no absolute URI. */
export function parseUri(text: string): UriParts | string {
  if (text === "") return "Invalid URI: The URI is empty.";
  if (text.length > 65_519) return "Invalid URI: The Uri string is too long.";
  const match = whole.exec(text);
  if (match === null) return undetermined;
  const [, rawScheme = "", slashes, rawAuthority = "", rawPath = "", query = "", fragment = ""] = match;
  const scheme = rawScheme.toLowerCase();
  const known = defaultPorts.get(scheme);
  const hasAuthority = slashes !== undefined;
  if (known !== undefined && !hasAuthority && scheme !== "file")
    return "Invalid URI: The Authority/Host could not be parsed.";
  const authority = parseAuthority(rawAuthority, known);
  if (typeof authority === "string") return authority;
  if (known !== undefined && scheme !== "file" && authority.host === "") {
    return "Invalid URI: The hostname could not be parsed.";
  }
  const path = canonicalPath(rawPath, hasAuthority);
  return { scheme, hasAuthority, ...authority, path, query: escapeRest(query), fragment: escapeRest(fragment) };
}

type Authority = Pick<UriParts, "userInfo" | "host" | "port" | "isDefaultPort">;

function parseAuthority(text: string, defaultPort: number | undefined): Authority | string {
  const at = text.lastIndexOf("@");
  const userInfo = at < 0 ? "" : text.slice(0, at);
  const rest = text.slice(at + 1);
  const match = /^(\[[0-9A-Fa-f:.%]+\]|[^:[\]]*)(?::(\d*))?$/.exec(rest);
  if (match === null) {
    return /:[^:]*$/.test(rest)
      ? "Invalid URI: Invalid port specified."
      : "Invalid URI: The hostname could not be parsed.";
  }
  const [, host = "", digits = ""] = match;
  if (/[\s"<>\\^`{|}]/.test(host)) return "Invalid URI: The hostname could not be parsed.";
  const port = digits === "" ? (defaultPort ?? -1) : Number(digits);
  if (port > 65_535) return "Invalid URI: Invalid port specified.";
  return { userInfo, host: host.toLowerCase(), port, isDefaultPort: port === (defaultPort ?? -1) };
}

function canonicalPath(raw: string, hasAuthority: boolean): string {
  if (!hasAuthority) return escapeRest(raw);
  const slashed = unescapeUnreserved(raw).replaceAll("\\", "/");
  const path = slashed.startsWith("/") ? slashed : `/${slashed}`;
  return escapeRest(withoutDots(path));
}

/** RFC 3986, section 5.2.4. */
export function withoutDots(path: string): string {
  if (!path.includes("/.")) return path;
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  segments.forEach((segment, at) => {
    const isLast = at === segments.length - 1;
    if (segment === "..") kept.pop();
    else if (segment !== ".") kept.push(segment);
    if (isLast && (segment === "." || segment === "..")) kept.push("");
  });
  return `/${kept.join("/")}`;
}

/** Escapes of letters, digits, "-", ".", "_" and "~" mean the same as what they stand for. */
const unescapeUnreserved = (text: string): string =>
  text.replace(/%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/gi, (escaped) =>
    String.fromCharCode(Number.parseInt(escaped.slice(1), 16)),
  );

/** What may not stand in a URI is escaped; other escapes that are there stay. */
const escapeRest = (text: string): string =>
  wellFormed(unescapeUnreserved(text))
    .replace(/%(?![0-9A-Fa-f]{2})/g, "%25")
    .replace(/[\p{Cc} "<>\\^`{|}]|[^\p{ASCII}]/gu, (character) => encodeURIComponent(character));
