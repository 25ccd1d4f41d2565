/** Percent-decoded; left as it is when it cannot be. */
export function decodeSegment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What literal segments are compared by: decoded, without case. An encoded slash at the start is doubled, so that no
 * segment of a URL is equal to the keys of parameters and wildcards, which begin with one.
 */
export function literalKey(segment: string): string {
  const text = decodeSegment(segment).toLowerCase();
  return text.charCodeAt(0) === 0x2f ? `/${text}` : text;
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
