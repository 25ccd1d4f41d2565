"use client";

import type { Json } from "@/lib/json";
import { type FieldIds, fieldIds } from "../ui/field";
import type { FieldNode } from "./describe";
import { fieldId, useFormScope } from "./form-context";

export interface BoundField {
  id: string;
  value: Json | undefined;
  label: string;
  hint: string | undefined;
  error: string | undefined;
  required: boolean;
  disabled: boolean;
  /** For the control itself. */
  ids: FieldIds;
  set(value: Json | undefined): void;
  touch(): void;
}

/** One member of the form that is around. */
export function useField(path: string, node: FieldNode): BoundField {
  const { form, texts, disabled } = useFormScope();
  const id = fieldId(path);
  const hint = texts.hint(path);
  const error = form.shown.get(path);
  return {
    id,
    value: form.valueAt(path),
    label: texts.label(path),
    hint,
    error,
    required: node.required,
    disabled,
    ids: fieldIds(id, { hint, error, required: node.required }),
    set: (value) => form.set(path, value),
    touch: () => form.touch(path),
  };
}
