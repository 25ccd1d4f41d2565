"use client";

import { useId } from "react";
import { FieldFrame } from "../form/field-frame";
import type { WidgetProps } from "../form/form-view";
import { useField } from "../form/use-field";
import { TextInput } from "../ui/text-input";

const usual = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "*"];

/** Any method may be typed; the usual ones are offered. */
export function MethodField({ path, node }: WidgetProps) {
  const field = useField(path, node);
  const listId = useId();
  return (
    <FieldFrame field={field}>
      <TextInput
        {...field.ids}
        mono
        className="max-w-40"
        list={listId}
        value={typeof field.value === "string" ? field.value : ""}
        disabled={field.disabled}
        onBlur={field.touch}
        onChange={(event) => field.set(event.target.value.toUpperCase())}
      />
      <datalist id={listId}>
        {usual.map((method) => (
          <option key={method} value={method} />
        ))}
      </datalist>
    </FieldFrame>
  );
}
