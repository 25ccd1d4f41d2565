"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Field } from "../ui/field";
import type { BoundField } from "./use-field";

/** Label, hint and problem around a control of a form. */
export function FieldFrame({
  field,
  labelled,
  children,
}: {
  field: BoundField;
  labelled?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("form");
  return (
    <Field
      id={field.id}
      label={field.label}
      hint={field.hint}
      error={field.error}
      aside={field.required ? t("required") : undefined}
      labelled={labelled}
    >
      {children}
    </Field>
  );
}
