/** Whether two distinguished names, "CN=a, O="b, c"", are the same, piece by piece in their order. */
export function sameName(first: string, second: string): boolean {
  const [a, b] = [piecesOf(first), piecesOf(second)];
  if (a === null || b === null || a.length === 0 || a.length !== b.length) return false;
  return a.every(([type, value], index) => b[index]?.[0] === type && b[index]?.[1] === value);
}

/** What others call otherwise. */
const types: ReadonlyMap<string, string> = new Map([
  ["ST", "S"],
  ["EMAILADDRESS", "E"],
  ["EMAIL", "E"],
]);

/** null where the text is no name; values that hold commas are quoted, and quotes in them are doubled. */
function piecesOf(text: string): [type: string, value: string][] | null {
  const pattern = /\s*([A-Za-z][A-Za-z0-9]*|[0-9]+(?:\.[0-9]+)+)\s*=\s*(?:"((?:[^"]|"")*)"|([^,;+"]*))\s*(?:[,;+]|$)/y;
  const pieces: [string, string][] = [];
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) return null;
    const [, type = "", quoted, plain = ""] = found;
    const name = type.toUpperCase();
    pieces.push([types.get(name) ?? name, quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"')]);
  }
  return pieces;
}
