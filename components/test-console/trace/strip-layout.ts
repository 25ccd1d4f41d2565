import { isNote, type TraceStep } from "./trace-steps";

export interface StripBlock {
  step: TraceStep;
  /** Below the blocks that it is inside of. */
  row: number;
  left: number;
  width: number;
}

export interface StripLayout {
  blocks: StripBlock[];
  width: number;
  rows: number;
}

export const minBlockWidth = 24;
const gap = 2;

/**
 * Blocks as wide as their time, but never too small to be hit; where all of them need more room than there is, the
 * strip is longer than its frame. What happened inside a step stands below it, within its width.
 */
export function stripLayout(steps: readonly TraceStep[], room: number): StripLayout {
  const drawn = steps.filter((step) => !isNote(step) || step.entry.source === "error");
  const children = new Map<number | null, TraceStep[]>();
  const isDrawn = new Set(drawn.map(({ index }) => index));
  for (const step of drawn) {
    let { parent } = step;
    while (parent !== null && !isDrawn.has(parent)) parent = steps[parent]?.parent ?? null;
    const list = children.get(parent) ?? [];
    list.push(step);
    children.set(parent, list);
  }
  const least = new Map<number | null, number>();
  // What is inside has higher indices, so that it is measured first.
  for (const { index } of drawn.toReversed()) least.set(index, Math.max(minBlockWidth, leastOf(children.get(index))));
  function leastOf(list: readonly TraceStep[] = []): number {
    return list.reduce((sum, { index }) => sum + (least.get(index) ?? 0), Math.max(0, list.length - 1) * gap);
  }
  const blocks: StripBlock[] = [];
  let rows = 0;
  function place(list: readonly TraceStep[], left: number, width: number, row: number, fill: boolean): void {
    rows = Math.max(rows, row + 1);
    const spare = Math.max(0, width - leastOf(list));
    const whole = list.reduce((sum, { durationMs }) => sum + durationMs, 0);
    // Inside a step the rest of its time is its own.
    const time = fill ? whole : Math.max(whole, ownTime(list));
    let at = left;
    for (const step of list) {
      const own =
        (least.get(step.index) ?? minBlockWidth) +
        (time > 0 ? (spare * step.durationMs) / time : fill ? spare / list.length : 0);
      blocks.push({ step, row, left: at, width: own });
      const inner = children.get(step.index);
      if (inner !== undefined) place(inner, at, own, row + 1, false);
      at += own + gap;
    }
  }
  function ownTime(list: readonly TraceStep[]): number {
    const parent = list[0]?.parent ?? null;
    return parent === null ? 0 : (steps[parent]?.durationMs ?? 0);
  }
  const top = children.get(null) ?? [];
  // Where all of it does not fit, some of the frame's width more still shows which took long.
  const width = Math.max(room, leastOf(top) + (leastOf(top) > room / 2 ? room / 2 : 0));
  place(top, 0, width, 0, true);
  return { blocks, width: top.length === 0 ? 0 : width, rows };
}
