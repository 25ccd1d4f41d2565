const tokenPattern =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!(?:[^<>[]|\[[^\]]*\])*>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/g;

/** XML with one element a line; what has text of its own stays on its line. null: it is no XML. */
export function formatXml(text: string): string | null {
  const tokens = text.trim().match(tokenPattern) ?? [];
  if (tokens.length === 0 || tokens.join("") !== text.trim() || !text.trim().startsWith("<")) return null;
  const lines: string[] = [];
  const open: string[] = [];
  /** Inside of what has text of its own, every space counts. */
  let mixedFrom: number | null = null;
  let line = "";
  const flush = () => {
    if (line !== "") lines.push("  ".repeat(depthOfLine) + line);
    line = "";
  };
  let depthOfLine = 0;
  for (const [at, token] of tokens.entries()) {
    const closes = token.startsWith("</");
    const opens = !closes && /^<[^!?]/.test(token) && !token.endsWith("/>");
    const isText = !token.startsWith("<") || token.startsWith("<![CDATA[");
    if (closes) {
      const name = open.pop();
      if (name !== nameOf(token)) return null;
      if (mixedFrom !== null) {
        line += token;
        if (open.length < mixedFrom) {
          mixedFrom = null;
          flush();
        }
        continue;
      }
      // <a></a> stays together.
      if (line !== "" && tokens[at - 1] === line && nameOf(line) === name) {
        line += token;
        flush();
        continue;
      }
      flush();
      depthOfLine = open.length;
      line = token;
      flush();
      continue;
    }
    if (mixedFrom !== null) {
      line += token;
      if (opens) open.push(nameOf(token));
      continue;
    }
    if (isText) {
      if (token.trim() === "") continue;
      if (open.length === 0) return null;
      mixedFrom = open.length;
      line += token;
      continue;
    }
    flush();
    depthOfLine = open.length;
    line = token;
    if (opens) {
      open.push(nameOf(token));
      // Text may follow at once, or after elements: then all of it stays as it is.
      if (hasText(tokens, at + 1)) mixedFrom = open.length;
    } else flush();
  }
  flush();
  return open.length === 0 ? lines.join("\n") : null;
}

const nameOf = (tag: string): string => /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? "";

/** Whether an element holds text beside elements; `at` is just inside of it. */
function hasText(tokens: readonly string[], at: number): boolean {
  let depth = 0;
  for (let index = at; index < tokens.length; index++) {
    const token = tokens[index] as string;
    if (token.startsWith("</")) {
      if (depth === 0) return false;
      depth -= 1;
    } else if (depth === 0 && (token.startsWith("<![CDATA[") || (!token.startsWith("<") && token.trim() !== ""))) {
      return true;
    } else if (/^<[^!?]/.test(token) && !token.endsWith("/>")) depth += 1;
  }
  return false;
}
