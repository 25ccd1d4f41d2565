/** Headers that describe the connection or the framing; the gateway writes them itself. */
const protectedHeaders = new Set(["connection", "content-length", "keep-alive", "transfer-encoding"]);

export const isProtectedHeader = (name: string): boolean => protectedHeaders.has(name.toLowerCase());

/** Headers that keep one line per value; all others are joined with commas. */
const separateLines = new Set([
  "cookie",
  "date",
  "expires",
  "if-modified-since",
  "if-unmodified-since",
  "last-modified",
  "proxy-authenticate",
  "retry-after",
  "set-cookie",
  "user-agent",
  "warning",
  "www-authenticate",
]);

export const isListHeader = (name: string): boolean => !separateLines.has(name.toLowerCase());
