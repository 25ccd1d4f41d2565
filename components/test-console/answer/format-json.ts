/** JSON with one member a line. Numbers and texts stay as they were written; null: it is no JSON, nor the start of any. */
export function formatJson(text: string, isCut = false): string | null {
  try {
    JSON.parse(text);
  } catch {
    if (!isCut || !/^\s*[[{]/.test(text)) return null;
  }
  const parts: string[] = [];
  let depth = 0;
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{},:]|[^\s[\]{},:"]+/g);
  let opened = false;
  const breakLine = () => parts.push(`\n${"  ".repeat(depth)}`);
  for (const [token] of tokens) {
    if (token === "]" || token === "}") {
      depth = Math.max(0, depth - 1);
      if (!opened) breakLine();
      parts.push(token);
      opened = false;
      continue;
    }
    if (opened) breakLine();
    opened = false;
    if (token === "{" || token === "[") {
      depth += 1;
      opened = true;
      parts.push(token);
    } else if (token === ",") {
      parts.push(token);
      breakLine();
    } else parts.push(token === ":" ? ": " : token);
  }
  return parts.join("");
}
