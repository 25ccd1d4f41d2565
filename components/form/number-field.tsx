"use client";

import { NumberInput } from "../ui/number-input";
import { FieldFrame } from "./field-frame";
import type { WidgetProps } from "./form-view";
import { useField } from "./use-field";

export function NumberField({ path, node }: WidgetProps) {
  const field = useField(path, node);
  return (
    <FieldFrame field={field}>
      <NumberInput
        {...field.ids}
        value={typeof field.value === "number" ? field.value : null}
        disabled={field.disabled}
        onBlur={field.touch}
        onValue={(value) => field.set(value ?? (node.nullable ? null : undefined))}
      />
    </FieldFrame>
  );
}
