/** "a=1" and "b=2" of "?a=1&b=2", as they are written. */
export function pairsOf(query: string): string[] {
  const text = query.startsWith("?") ? query.slice(1) : query;
  return text === "" ? [] : text.split("&").filter((pair) => pair !== "");
}

/** With its question mark, or empty. */
export const queryOf = (pairs: readonly string[]): string => (pairs.length === 0 ? "" : `?${pairs.join("&")}`);

/** Of a pair: decoded, in lower case. */
export function nameOf(pair: string): string {
  const equals = pair.indexOf("=");
  const name = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
  if (!/[%+]/.test(name)) return name;
  const spaced = name.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced).toLowerCase();
  } catch {
    return spaced;
  }
}
