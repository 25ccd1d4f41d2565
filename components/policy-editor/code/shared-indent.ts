/** The white space that every line after the first begins with; empty lines say nothing about it. */
export function sharedIndent(text: string): string {
  let shared: string | null = null;
  for (const line of text.split("\n").slice(1)) {
    const own = leadingSpace(line);
    if (own.length === line.length) continue;
    if (shared === null) shared = own;
    let same = 0;
    while (same < shared.length && shared[same] === own[same]) same++;
    shared = shared.slice(0, same);
  }
  return shared ?? "";
}

export const leadingSpace = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? "";
