export interface RowSpan {
  first: number;
  last: number;
}

/** Which of `count` rows of one height stand in what a scrolled box shows; none is { first: 0, last: -1 }. */
export function rowsInSight(box: { top: number; extent: number }, height: number, count: number): RowSpan {
  const last = Math.min(Math.ceil((box.top + box.extent) / height), count) - 1;
  return { first: Math.max(Math.min(Math.floor(box.top / height), last), 0), last };
}
