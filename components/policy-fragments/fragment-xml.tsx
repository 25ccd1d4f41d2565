"use client";

import { FieldFrame } from "../form/field-frame";
import type { WidgetProps } from "../form/form-view";
import { useField } from "../form/use-field";
import { Textarea } from "../ui/textarea";

export function FragmentXml({ path, node }: WidgetProps) {
  const field = useField(path, node);
  return (
    <FieldFrame field={field}>
      <Textarea
        {...field.ids}
        mono
        wrap="off"
        rows={18}
        disabled={field.disabled}
        value={typeof field.value === "string" ? field.value : ""}
        onBlur={field.touch}
        onChange={(event) => field.set(event.target.value)}
      />
    </FieldFrame>
  );
}
