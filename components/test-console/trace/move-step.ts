/** Where a key leads from a step; null: nowhere. */
export function moveStep(key: string, at: number, count: number): number | null {
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: count - 1,
  };
  if (count === 0 || !Object.hasOwn(moves, key)) return null;
  return Math.min(Math.max(moves[key] as number, 0), count - 1);
}
