/** One replacement in a source; offsets are those of the source before any of its edits. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** Edits must not overlap; two insertions at one place keep their order. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.order - b.order);
  let result = "";
  let at = 0;
  for (const { edit } of sorted) {
    if (edit.start < at) throw new Error("Two edits of a document overlap.");
    result += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + source.slice(at);
}
