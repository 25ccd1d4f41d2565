"use client";

import { useTranslations } from "use-intl";
import { Select } from "../ui/select";
import { FieldFrame } from "./field-frame";
import { useFormScope } from "./form-context";
import type { WidgetProps } from "./form-view";
import { useField } from "./use-field";

export function ChoiceField({ path, node }: WidgetProps) {
  const t = useTranslations("form");
  const field = useField(path, node);
  const { form, texts } = useFormScope();
  if (node.kind !== "choice") return null;
  const assumed = node.fallback ?? form.view.assumed?.[path];
  const options = node.options.map((value) => ({ value, label: texts.option(path, value) }));
  const mayBeAbsent = !node.required && assumed === undefined;
  return (
    <FieldFrame field={field}>
      <Select
        {...field.ids}
        className="max-w-72"
        value={typeof field.value === "string" ? field.value : typeof assumed === "string" ? assumed : ""}
        disabled={field.disabled}
        options={
          mayBeAbsent || (field.value === undefined && assumed === undefined)
            ? [{ value: "", label: t("notSet") }, ...options]
            : options
        }
        onBlur={field.touch}
        onChange={(event) => field.set(event.target.value === "" ? undefined : event.target.value)}
      />
    </FieldFrame>
  );
}
