"use client";

import { DurationInput } from "../ui/duration-input";
import { TextInput } from "../ui/text-input";
import { Textarea } from "../ui/textarea";
import { FieldFrame } from "./field-frame";
import type { WidgetProps } from "./form-view";
import { useField } from "./use-field";

const longFrom = 500;
const technical =
  /(url|id|ids|path|thumbprint|endpoint|template|method|name|pattern|header|query|scheme|identifier|resource)$/i;

export function TextField({ path, node }: WidgetProps) {
  const field = useField(path, node);
  if (node.kind !== "text") return null;
  const value = typeof field.value === "string" ? field.value : "";
  if (node.format === "duration") {
    return (
      <FieldFrame field={field}>
        <DurationInput
          value={value}
          onValue={(next) => field.set(next ?? undefined)}
          onBlur={field.touch}
          disabled={field.disabled}
          field={field.ids}
        />
      </FieldFrame>
    );
  }
  const mono = technical.test(path) && !/(display|first|last)Name$/.test(path);
  const long = !mono && (node.max ?? longFrom) >= longFrom && /(description|terms|comment|body|value)$/i.test(path);
  const shared = {
    ...field.ids,
    value,
    disabled: field.disabled,
    onBlur: field.touch,
    onChange: (event: { target: { value: string } }) => field.set(event.target.value),
  };
  return (
    <FieldFrame field={field}>{long ? <Textarea {...shared} /> : <TextInput mono={mono} {...shared} />}</FieldFrame>
  );
}
