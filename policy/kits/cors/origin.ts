const defaultPorts: Record<string, string> = { "http:": ":80", "https:": ":443" };

/** "scheme://host[:port]" in the one form that two of them can be compared in; null for what is no origin. */
export function normalOrigin(origin: string): string | null {
  const match = /^([a-z][a-z0-9+.-]*:)\/\/([^\s/?#@]+?)(:\d+)?\/?$/i.exec(origin.trim());
  if (match === null) return origin.trim() === "null" ? "null" : null;
  const [, scheme = "", host = "", port = ""] = match;
  const lower = scheme.toLowerCase();
  return `${lower}//${host.toLowerCase()}${port === defaultPorts[lower] ? "" : port}`;
}
