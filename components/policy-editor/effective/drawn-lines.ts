/**
 * Which of so many lines are drawn: those from one to another, the next places before and after them where Tab can go,
 * and the one that has the focus.
 */
export function drawnLines(
  from: number,
  to: number,
  count: number,
  stops: readonly number[],
  focused: number | null,
): number[] {
  const first = Math.max(0, from);
  const last = Math.min(count - 1, to);
  const drawn = new Set<number>();
  for (let at = first; at <= last; at++) drawn.add(at);
  const before = stops.findLast((at) => at < first);
  const after = stops.find((at) => at > last);
  if (before !== undefined) drawn.add(before);
  if (after !== undefined) drawn.add(after);
  if (focused !== null && focused < count) drawn.add(focused);
  return [...drawn].sort((a, b) => a - b);
}
