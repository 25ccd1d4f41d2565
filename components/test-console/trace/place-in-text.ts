export interface PlaceInText {
  line: number;
  column: number;
  /** The line itself, without what stands before it. */
  code: string;
  /** Where the caret stands under it, and how far it reaches. */
  from: number;
  length: number;
}

const longest = 160;

/** Where in a text something stands, as people count: from one. */
export function placeInText(text: string, start: number, end: number): PlaceInText | null {
  if (start < 0 || start > text.length) return null;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const nextBreak = text.indexOf("\n", start);
  const whole = text.slice(lineStart, nextBreak === -1 ? undefined : nextBreak).replace(/\r$/, "");
  const indent = /^\s*/.exec(whole)?.[0].length ?? 0;
  const skipped = Math.min(indent, start - lineStart);
  const from = start - lineStart - skipped;
  // A long line is shown around the place.
  const cut = from > longest / 2 ? from - 20 : 0;
  const code = whole.slice(skipped + cut, skipped + cut + longest);
  return {
    line: text.slice(0, lineStart).split("\n").length,
    column: start - lineStart + 1,
    code,
    from: from - cut,
    length: Math.max(1, Math.min(end - start, code.length - (from - cut))),
  };
}
