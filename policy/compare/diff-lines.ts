/** Lines from..to of one text that became lines from..to of another; half-open, counted from 0. */
export interface Hunk {
  before: { from: number; to: number };
  after: { from: number; to: number };
}

/** Beyond so many differences, what is between the first and the last is one. */
const mostDifferences = 1_000;

/** The differences of two lists of lines, as few as can be (E. W. Myers, "An O(ND) difference algorithm", 1986). */
export function diffLines(before: readonly string[], after: readonly string[]): Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  if (old.length === 0 && now.length === 0) return [];
  const shift = ({ from, to }: Hunk["before"]) => ({ from: from + head, to: to + head });
  return between(old, now).map((hunk) => ({ before: shift(hunk.before), after: shift(hunk.after) }));
}

function between(before: readonly string[], after: readonly string[]): Hunk[] {
  const [rows, columns] = [before.length, after.length];
  if (rows === 0 || columns === 0) return [{ before: { from: 0, to: rows }, after: { from: 0, to: columns } }];
  const most = Math.min(rows + columns, mostDifferences);
  // For each diagonal, how far into `before` one comes with so many differences.
  const reached: Int32Array[] = [];
  let last = new Int32Array(2 * most + 3);
  for (let count = 0; count <= most; count++) {
    const next = last.slice();
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const at = diagonal + most + 1;
      const down = diagonal === -count || (diagonal !== count && far(last, at - 1) < far(last, at + 1));
      let row = count === 0 ? 0 : down ? far(last, at + 1) : far(last, at - 1) + 1;
      while (row < rows && row - diagonal < columns && row - diagonal >= 0 && before[row] === after[row - diagonal])
        row++;
      next[at] = row;
      if (row >= rows && row - diagonal >= columns) {
        reached.push(last);
        return trace(reached, rows, columns, most);
      }
    }
    reached.push(last);
    last = next;
  }
  return [{ before: { from: 0, to: rows }, after: { from: 0, to: columns } }];
}

const far = (numbers: Int32Array, index: number): number => numbers[index] as number;

/** Back along the way that was found. */
function trace(reached: readonly Int32Array[], rows: number, columns: number, most: number): Hunk[] {
  const hunks: Hunk[] = [];
  let row = rows;
  let column = columns;
  for (let count = reached.length - 1; count > 0; count--) {
    const last = reached[count] as Int32Array;
    const diagonal = row - column;
    const at = diagonal + most + 1;
    const down = diagonal === -count || (diagonal !== count && far(last, at - 1) < far(last, at + 1));
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1;
    const fromRow = far(last, fromDiagonal + most + 1);
    const fromColumn = fromRow - fromDiagonal;
    const toRow = down ? fromRow : fromRow + 1;
    const toColumn = down ? fromColumn + 1 : fromColumn;
    const [following] = hunks;
    if (following !== undefined && following.before.from === toRow && following.after.from === toColumn) {
      following.before.from = fromRow;
      following.after.from = fromColumn;
    } else {
      hunks.unshift({ before: { from: fromRow, to: toRow }, after: { from: fromColumn, to: toColumn } });
    }
    row = fromRow;
    column = fromColumn;
  }
  return hunks;
}
