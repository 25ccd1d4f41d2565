import { newlineOf } from "@/policy/xml/layout";
import { diffLines, type Hunk } from "./diff-lines";

/** A piece of a merge: what both agree on or only one of them changed, or what both changed, each in another way. */
export type MergePiece =
  | { kind: "merged"; lines: readonly string[]; by: "nobody" | "mine" | "theirs" | "both" }
  | { kind: "conflict"; base: readonly string[]; mine: readonly string[]; theirs: readonly string[] };

export const linesOf = (text: string): string[] => text.split(/\r\n|\n/);

/**
 * Joins two changes of one text, line by line. What only one of them changed is taken over; where both changed the same
 * lines, or lines next to each other, a person has to choose.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergePiece[] {
  const [origin, own, other] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  const pieces: MergePiece[] = [];
  const regions = regionsOf(diffLines(origin, own), diffLines(origin, other));
  let at = 0;
  for (const { base: around, mine: ours, theirs: others } of regions) {
    merged(pieces, origin.slice(at, around.from), "nobody");
    const held = origin.slice(around.from, around.to);
    const [left, right] = [changed(own, around, ours), changed(other, around, others)];
    if (others.length === 0) merged(pieces, left, "mine");
    else if (ours.length === 0) merged(pieces, right, "theirs");
    else disagree(pieces, held, left, right);
    at = around.to;
  }
  merged(pieces, origin.slice(at), "nobody");
  return pieces;
}

/** The merge as a text, with what was chosen for each of its conflicts, in their order. */
export function mergedText(
  pieces: readonly MergePiece[],
  choose: (conflict: MergePiece & { kind: "conflict" }, index: number) => readonly string[],
  like: string,
): string {
  let conflicts = 0;
  return pieces
    .flatMap((piece) => (piece.kind === "merged" ? piece.lines : choose(piece, conflicts++)))
    .join(newlineOf(like));
}

interface Region {
  base: { from: number; to: number };
  mine: Hunk[];
  theirs: Hunk[];
}

/** Hunks of the two that meet in the base are decided together. */
function regionsOf(mine: readonly Hunk[], theirs: readonly Hunk[]): Region[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, side: "mine" as const })),
    ...theirs.map((hunk) => ({ hunk, side: "theirs" as const })),
  ].sort((a, b) => a.hunk.before.from - b.hunk.before.from || a.hunk.before.to - b.hunk.before.to);
  const regions: Region[] = [];
  for (const { hunk, side } of all) {
    const last = regions.at(-1);
    if (last !== undefined && hunk.before.from <= last.base.to) {
      last.base.to = Math.max(last.base.to, hunk.before.to);
      last[side].push(hunk);
    } else {
      regions.push({ base: { ...hunk.before }, mine: [], theirs: [], [side]: [hunk] });
    }
  }
  return regions;
}

/** What one side made of these lines of the base. */
function changed(lines: readonly string[], around: Region["base"], hunks: readonly Hunk[]): string[] {
  const [first, last] = [hunks[0], hunks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = first.after.from - (first.before.from - around.from);
  const to = last.after.to + (around.to - last.before.to);
  return lines.slice(from, to);
}

/** What both did alike, at the beginning and at the end, is no conflict. */
function disagree(pieces: MergePiece[], base: readonly string[], mine: readonly string[], theirs: readonly string[]) {
  let head = 0;
  while (head < mine.length && head < theirs.length && mine[head] === theirs[head]) head++;
  let tail = 0;
  const most = Math.min(mine.length, theirs.length) - head;
  while (tail < most && mine.at(-1 - tail) === theirs.at(-1 - tail)) tail++;
  merged(pieces, mine.slice(0, head), "both");
  const [left, right] = [mine.slice(head, mine.length - tail), theirs.slice(head, theirs.length - tail)];
  if (left.length > 0 || right.length > 0) pieces.push({ kind: "conflict", base, mine: left, theirs: right });
  merged(pieces, mine.slice(mine.length - tail), "both");
}

function merged(pieces: MergePiece[], lines: readonly string[], by: "nobody" | "mine" | "theirs" | "both"): void {
  if (lines.length > 0) pieces.push({ kind: "merged", lines, by });
}
