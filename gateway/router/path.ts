/** Percent-decoded; left as it is when it cannot be. */
export function decodeSegment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The segments of a path as received. A slash at the end begins no segment. */
export function segmentsOf(path: string): string[] {
  if (path === "" || path === "/") return [];
  const start = path.charCodeAt(0) === 0x2f ? 1 : 0;
  const end = path.charCodeAt(path.length - 1) === 0x2f ? path.length - 1 : path.length;
  return path.slice(start, end).split("/");
}

/** The first value of a query parameter, decoded; names compare without case. null: it is not there. */
export function queryValue(query: string, name: string): string | null {
  let at = query.charCodeAt(0) === 0x3f ? 1 : 0;
  while (at < query.length) {
    const next = query.indexOf("&", at);
    const end = next < 0 ? query.length : next;
    const mark = query.indexOf("=", at);
    const equals = mark < 0 || mark > end ? end : mark;
    if (isName(query, at, equals, name)) return decodeSegment(query.slice(equals + 1, end).replaceAll("+", " "));
    at = end + 1;
  }
  return null;
}

function isName(query: string, start: number, end: number, name: string): boolean {
  if (end - start === name.length) {
    const text = query.slice(start, end);
    if (text === name || text.toLowerCase() === name.toLowerCase()) return true;
  }
  const text = query.slice(start, end);
  return text.includes("%") && decodeSegment(text).toLowerCase() === name.toLowerCase();
}
