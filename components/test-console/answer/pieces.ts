export interface Piece {
  /** null: it goes on from the piece before. */
  line: number | null;
  text: string;
}

/** Lines, of which none is longer than can be drawn at once. */
export function pieces(text: string, longest: number): Piece[] {
  const found: Piece[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    let at = 0;
    do {
      let end = at + longest;
      // What is one letter stays one.
      if (/[\udc00-\udfff]/.test(line.charAt(end))) end -= 1;
      found.push({ line: at === 0 ? index + 1 : null, text: line.slice(at, end) });
      at = end;
    } while (at < line.length);
  }
  return found;
}
