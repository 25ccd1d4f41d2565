import type { TraceStep } from "./trace-steps";

/** Between a step and the one it is inside of: "when[2]", "otherwise[1]"; null: nothing. */
export function branchOf({ entry, parent }: TraceStep, steps: readonly TraceStep[]): string | null {
  const path = entry.place?.path.split("/") ?? [];
  const outer = parent === null ? undefined : steps[parent]?.entry.place;
  if (outer === undefined || outer.documentId !== entry.place?.documentId) return null;
  const depth = outer.path.split("/").length;
  const between = path.slice(depth, -1);
  return between.length === 0 ? null : between.join(" / ");
}
