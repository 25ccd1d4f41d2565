"use client";

import { FieldFrame } from "../form/field-frame";
import { useFormScope } from "../form/form-context";
import type { WidgetProps } from "../form/form-view";
import { useField } from "../form/use-field";
import { TextInput } from "../ui/text-input";
import { declaredParameters } from "./declared-parameters";

const parametersPath = "templateParameters";

/** The template; the parameters it names are declared as it is typed. */
export function UrlTemplateField({ path, node }: WidgetProps) {
  const field = useField(path, node);
  const { form } = useFormScope();
  return (
    <FieldFrame field={field}>
      <TextInput
        {...field.ids}
        mono
        value={typeof field.value === "string" ? field.value : ""}
        disabled={field.disabled}
        onBlur={field.touch}
        onChange={(event) => {
          field.set(event.target.value);
          const declared = declaredParameters(event.target.value, form.valueAt(parametersPath));
          if (declared !== null) form.set(parametersPath, declared.length > 0 ? declared : undefined);
        }}
      />
    </FieldFrame>
  );
}
