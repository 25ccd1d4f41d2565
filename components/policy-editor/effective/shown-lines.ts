import type { EffectiveDocument, LineOrigin } from "@/policy/effective/effective-document";

export interface ShownLine {
  text: string;
  /** From 1, among all lines of the document. */
  number: number;
  origin: LineOrigin | null;
  /** The line before was written elsewhere. */
  isFirst: boolean;
}

/** The lines of an owner, or of everybody, that hold a text; `firsts` are the places among them where others begin. */
export function shownLines(
  { text, origins }: EffectiveDocument,
  only: string | null,
  find: string,
): { lines: readonly ShownLine[]; count: number; firsts: readonly number[] } {
  const wanted = find.trim().toLowerCase();
  const all = text.split("\n");
  const lines: ShownLine[] = [];
  const firsts: number[] = [];
  for (const [index, line] of all.entries()) {
    const origin = origins[index] ?? null;
    if (only !== null && origin?.owner !== only) continue;
    if (wanted !== "" && !line.toLowerCase().includes(wanted)) continue;
    const before = lines.at(-1);
    const isFirst = before === undefined || !isSameDocument(origin, before.origin);
    if (isFirst) firsts.push(lines.length);
    lines.push({ text: line, number: index + 1, origin, isFirst });
  }
  return { lines, count: all.length, firsts };
}

const isSameDocument = (a: LineOrigin | null, b: LineOrigin | null): boolean =>
  a === b || (a !== null && b !== null && a.owner === b.owner && a.path === b.path && a.fragment === b.fragment);
