"use client";

import type { FormField } from "./describe-form";
import { useDurationNote } from "./use-duration-note";

export function DurationNote({ field }: { field: FormField }) {
  const note = useDurationNote()(field);
  return note === null ? null : <span className="text-muted text-xs">{note}</span>;
}
