export interface Piece {
  /** null: it goes on from the piece before. */
  line: number | null;
  text: string;
}

/** Lines, of which none is longer than can be drawn at once. */
export function pieces(text: string, longest: number): Piece[] {
  const found: Piece[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    found.push({ line: index + 1, text: line.slice(0, longest) });
    for (let at = longest; at < line.length; at += longest)
      found.push({ line: null, text: line.slice(at, at + longest) });
  }
  return found;
}
