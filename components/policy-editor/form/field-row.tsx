"use client";

import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import type { ElementPath } from "@/policy/xml/element-path";
import { IconButton } from "../../ui/icon-button";
import type { FormField } from "./describe-form";
import { FieldControl } from "./field-control";
import { atAttribute } from "./problems-by-field";
import { useForm } from "./use-form";
import type { Help } from "./use-help";
import { writeField } from "./write-field";

/** A field with its label, the name it has in XML, and what it is for. */
export function FieldRow({
  path,
  field,
  help,
  needs,
  aside,
}: {
  path: ElementPath;
  field: FormField;
  help?: Help;
  /** What it may only be used with, where that is not there. */
  needs?: string;
  aside?: ReactNode;
}) {
  const t = useTranslations("policyForm.field");
  const form = useForm();
  const id = useId();
  const isText = field.kind === "text";
  const name = help?.label ?? (isText ? t("insideText") : field.name);
  const unsupported = unsupportedWords(field);
  const notes = [
    help?.help,
    needs === undefined ? undefined : t("needs", { name: needs }),
    unsupported === null ? undefined : t("unsupported", { what: unsupported }),
    field.isKnown || form.problems.has(atAttribute(path, field.name)) ? undefined : t("unknown"),
  ].filter((note) => note !== undefined);
  return (
    <div className="flex min-w-0 flex-col gap-1" data-field={isText ? "" : field.name}>
      <div className="flex min-h-6 min-w-0 items-center justify-between gap-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          {help?.label === undefined && !isText ? null : (
            <label htmlFor={id} className="font-strong">
              {name}
            </label>
          )}
          {isText ? null : help?.label === undefined ? (
            <label htmlFor={id} className="wrap-anywhere font-mono font-strong text-xs">
              {field.name}
            </label>
          ) : (
            <code className="wrap-anywhere text-faint text-xs">{field.name}</code>
          )}
        </div>
        {field.required && !form.readOnly ? <span className="shrink-0 text-faint text-xs">{t("needed")}</span> : null}
        {aside}
        {field.isKnown || form.readOnly ? null : (
          <IconButton
            icon={X}
            size="small"
            label={t("remove", { name })}
            onClick={() => form.change(path, (element) => writeField(element, field, null))}
          />
        )}
      </div>
      <FieldControl path={path} field={field} name={name} help={help} hint={notes.length > 0} id={id} />
      {notes.length === 0 ? null : (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {notes.join(" ")}
        </p>
      )}
    </div>
  );
}

function unsupportedWords({ definition, value }: FormField): string | null {
  const { unsupported } = "unsupported" in definition ? definition : {};
  if (unsupported === undefined || value === null) return null;
  return unsupported.values === "any" || unsupported.values.includes(value) ? unsupported.what : null;
}
