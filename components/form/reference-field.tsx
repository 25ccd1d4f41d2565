"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { containsAny } from "../data/odata";
import { lastSegment } from "../data/resource";
import { useFirstOf } from "../data/use-collection";
import { Field, fieldIds } from "../ui/field";
import { TextInput } from "../ui/text-input";
import { useFormScope } from "./form-context";
import type { WidgetProps } from "./form-view";
import { useField } from "./use-field";

const shownAtMost = 50;

/** The id of another document: typed, or chosen from those that there are. */
export function ReferenceField({
  path,
  node,
  collection,
  members,
  where,
}: WidgetProps & { collection: string; members: readonly string[]; where?: string }) {
  const t = useTranslations("form");
  const field = useField(path, node);
  const { texts, draft } = useFormScope();
  const listId = useId();
  const value = typeof field.value === "string" ? field.value : "";
  const { data } = useFirstOf(collection, {
    filter: where ?? containsAny(members, value.startsWith("/") ? "" : value),
    top: shownAtMost,
    draft,
  });
  const inList = /\.\d+$/.test(path);
  const dot = path.lastIndexOf(".");
  const label = inList ? texts.item(path.slice(0, dot), Number(path.slice(dot + 1))) : field.label;
  const known = data?.value.some(({ name }) => name.toLowerCase() === lastSegment(value).toLowerCase()) ?? true;
  const hint =
    field.hint ??
    (value === "" || known || data === undefined || data.count > data.value.length
      ? undefined
      : t("reference.unknown"));
  return (
    <Field
      id={field.id}
      label={label}
      hint={hint}
      error={field.error}
      aside={field.required ? t("required") : undefined}
    >
      <TextInput
        {...fieldIds(field.id, { hint, error: field.error, required: field.required })}
        mono
        list={listId}
        placeholder={t("reference.choose")}
        value={value}
        disabled={field.disabled}
        onBlur={field.touch}
        onChange={(event) => field.set(event.target.value)}
      />
      <datalist id={listId}>
        {data?.value.map(({ name }) => (
          <option key={name} value={`${collection}/${name}`}>
            {name}
          </option>
        ))}
      </datalist>
    </Field>
  );
}
