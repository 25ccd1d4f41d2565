const defaultPorts: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/**
 * Puts one base URL in the place of another, wherever a text holds a URL below it: with its default port or without, and
 * with slashes as JSON may escape them. A host that merely begins with the same letters is another.
 */
export function replaceBaseUrl(text: string, from: string, to: string): string | null {
  const pattern = patternOf(from);
  if (pattern === null) return null;
  const target = to.replace(/\/+$/, "");
  const replaced = text.replace(pattern, (_, slashes: string) =>
    slashes === "//" ? target : target.replaceAll("/", "\\/"),
  );
  return replaced === text ? null : replaced;
}

const patterns = new Map<string, RegExp | null>();

function patternOf(base: string): RegExp | null {
  let pattern = patterns.get(base);
  if (pattern === undefined) {
    pattern = makePattern(base);
    if (patterns.size >= 500) patterns.clear();
    patterns.set(base, pattern);
  }
  return pattern;
}

function makePattern(base: string): RegExp | null {
  if (!URL.canParse(base)) return null;
  const { protocol, hostname, port, pathname } = new URL(base);
  const standard = defaultPorts[protocol];
  const portPart = port !== "" ? `:${port}` : standard === undefined ? "" : `(?::${standard})?`;
  const path = pathname
    .replace(/\/+$/, "")
    .split("/")
    .map((segment) => segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\\\?/");
  const host = hostname.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`${protocol}(\\/\\/|\\\\\\/\\\\\\/)${host}${portPart}${path}(?![\\w.~%:@-])`, "gi");
}
