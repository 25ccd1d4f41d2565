/** The members of a JSON object; null where the bytes are none, are no UTF-8, or name a member twice. */
export function strictJsonObject(bytes: Uint8Array): ReadonlyMap<string, unknown> | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return hasRepeatedMember(text) ? null : new Map(Object.entries(value));
  } catch {
    return null;
  }
}

/** Deeper than any token; what is deeper is refused. */
const maxDepth = 64;

/** RFC 7519 section 4: readers disagree on which of two members counts. The text is JSON. */
function hasRepeatedMember(text: string): boolean {
  /** null: an array. */
  const open: (Set<string> | null)[] = [];
  let mayBeName = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (mayBeName && names) {
        const name: string = JSON.parse(text.slice(at, end + 1));
        if (names.has(name)) return true;
        names.add(name);
      }
      mayBeName = false;
      at = end;
    } else if (char === "{" || char === "[") {
      if (open.push(char === "{" ? new Set() : null) > maxDepth) return true;
      mayBeName = char === "{";
    } else if (char === "}" || char === "]") open.pop();
    else if (char === ",") mayBeName = true;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
