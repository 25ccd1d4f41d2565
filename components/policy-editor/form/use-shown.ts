"use client";

import { useState } from "react";
import type { FormField, FormModel } from "./describe-form";

const keyOf = ({ kind, name }: FormField): string => `${kind} ${name}`;

/**
 * Which fields stand in sight and which wait under "More options". What is set, needed or usual is in sight. A field
 * never changes its place while somebody may be typing into it: what was in sight stays, and what was set under More
 * stays there until it is closed.
 */
export function useShown(fields: readonly FormField[], model: FormModel, readOnly: boolean) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string> | null>(null);
  const chosen = new Set(model.choices.filter(({ required }) => required).flatMap(({ attributes }) => attributes));
  const isInSight = (field: FormField) => {
    if (readOnly) return hasValue(field);
    if (field.required || hasValue(field) || seen.has(keyOf(field))) return true;
    if (field.kind === "text") return model.parts.length === 0;
    return chosen.has(field.name) || field.definition.form?.advanced !== true;
  };
  const shown = fields.filter((field) => isInSight(field) && opened?.has(keyOf(field)) !== true);
  const inSight = shown.map(keyOf);
  if (inSight.some((key) => !seen.has(key))) setSeen(new Set([...seen, ...inSight]));
  const shownKeys = new Set(inSight);
  const hidden = readOnly ? [] : fields.filter((field) => !shownKeys.has(keyOf(field)));
  return {
    shown,
    hidden,
    more: opened !== null,
    setMore: (open: boolean) => setOpened(open ? new Set(hidden.map(keyOf)) : null),
  };
}

const hasValue = ({ kind, value }: FormField): boolean => (kind === "text" ? value !== "" : value !== null);
