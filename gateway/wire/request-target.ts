/** What a request line and a Host line say, taken apart without `new URL`. */
export interface RequestTarget {
  /** Still encoded, without dot segments. */
  path: string;
  /** With its question mark, or empty. */
  query: string;
  /** Of a target in absolute form; null of the usual form. */
  authority: string | null;
}

/** null: not a target that can be served (RFC 9112 section 3.2). */
export function parseRequestTarget(target: string): RequestTarget | null {
  let rest = target;
  let authority: string | null = null;
  if (target.charCodeAt(0) !== 0x2f) {
    const absolute = /^https?:\/\/([^/?#]+)(.*)$/is.exec(target);
    if (absolute === null) return null;
    authority = absolute[1] as string;
    rest = absolute[2] as string;
    if (rest.charCodeAt(0) !== 0x2f) rest = `/${rest}`;
  }
  if (!isPrintable(rest)) return null;
  const mark = rest.indexOf("?");
  const path = mark < 0 ? rest : rest.slice(0, mark);
  return { path: withoutDotSegments(path), query: mark < 0 ? "" : rest.slice(mark), authority };
}

/** Neither controls nor blanks, nor bytes beyond ASCII, nor a fragment: parsers differ on each of them. */
function isPrintable(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code >= 0x7f || code === 0x23) return false;
  }
  return true;
}

/**
 * Resolved before matching, as a backend would resolve them: otherwise "/orders/../admin" is authorised as one API and
 * answered by another. Encoded dots count, for servers decode them (WHATWG URL, "double-dot path segment").
 */
function withoutDotSegments(path: string): string {
  if (!path.includes("/.") && !/\/%2e/i.test(path)) return path;
  const kept: string[] = [];
  const segments = path.split("/");
  segments.forEach((segment, index) => {
    const dots = /^(?:\.|%2e){1,2}$/i.test(segment) ? segment.replace(/%2e/gi, ".").length : 0;
    if (dots === 2 && kept.length > 1) kept.pop();
    if (dots === 0) kept.push(segment);
    else if (index === segments.length - 1) kept.push("");
  });
  return kept.join("/");
}

export interface Authority {
  hostName: string;
  /** As written; null: the default of the scheme. */
  port: number | null;
}

const name = /^([A-Za-z0-9._~!$&'()*+,;=%-]*)(?::(\d{0,5}))?$/;
const literal = /^(\[[0-9A-Fa-f:.]+\])(?::(\d{0,5}))?$/;

/** null: not a host with an optional port (RFC 9112 section 3.2). */
export function parseAuthority(text: string): Authority | null {
  const known = authorities.get(text);
  if (known !== undefined) return known;
  const parts = literal.exec(text) ?? name.exec(text);
  if (parts === null || parts[1] === "") return null;
  const port = parts[2] === undefined || parts[2] === "" ? null : Number(parts[2]);
  if (port !== null && port > 65535) return null;
  const authority = { hostName: (parts[1] as string).toLowerCase(), port };
  if (authorities.size < rememberedAuthorities) authorities.set(text, authority);
  return authority;
}

/** Clients ask for few hosts, again and again; bounded, since a client chooses what stands there. */
const rememberedAuthorities = 1000;
const authorities = new Map<string, Authority>();
