"use client";

import { X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { removeAttribute, setAttribute } from "@/policy/xml/edit";
import type { ElementPath } from "@/policy/xml/element-path";
import { Button } from "../../ui/button";
import { Select } from "../../ui/select";
import type { FieldChoice, FormField } from "./describe-form";
import { useForm } from "./use-form";
import type { PartHelp } from "./use-help";
import { writeField } from "./write-field";

const none = "";

/** Attributes of which only one may be given: first which, then its value. */
export function AttributeChoice({
  path,
  choice,
  fields,
  help,
  row,
}: {
  path: ElementPath;
  choice: FieldChoice;
  fields: readonly FormField[];
  help: PartHelp;
  row(field: FormField): ReactNode;
}) {
  const t = useTranslations("policyForm.choice");
  const tField = useTranslations("policyForm.field");
  const form = useForm();
  const id = useId();
  const [former, setFormer] = useState<Readonly<Record<string, string>>>({});
  // What was emptied stays chosen until something else is.
  const [chosen, setChosen] = useState<string | null>(null);
  const present = fields.filter(({ value }) => value !== null);
  const active = present[0] ?? fields.find(({ name }) => name === chosen);
  const labelOf = (name: string) => help.attributes?.[name]?.label ?? name;
  const choose = (name: string) => {
    setFormer({ ...former, ...Object.fromEntries(present.map((field) => [field.name, field.value ?? ""])) });
    setChosen(name === none ? null : name);
    form.change(path, (element) => [
      ...present.filter((field) => field.name !== name).flatMap((field) => removeAttribute(element, field.name)),
      ...(name === none || present.some((field) => field.name === name)
        ? []
        : setAttribute(element, name, former[name] ?? "")),
    ]);
  };
  if (form.readOnly) return present.map(row);
  if (present.length > 1) {
    return present.map((field) => (
      <div key={field.name} className="flex min-w-0 flex-col gap-1">
        {row(field)}
        <Button
          size="small"
          className="self-start"
          onClick={() => form.change(path, (element) => writeField(element, field, null))}
        >
          <X size={16} aria-hidden />
          {tField("remove", { name: labelOf(field.name) })}
        </Button>
      </div>
    ));
  }
  return (
    <div className="flex min-w-0 flex-col gap-2 border-line border-l-2 pl-3">
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={id} className="text-muted text-xs">
          {choice.required ? t("exactlyOne") : t("atMostOne")}
        </label>
        <Select
          id={id}
          value={active?.name ?? none}
          options={[
            ...(choice.required && active !== undefined
              ? []
              : [{ value: none, label: choice.required ? tField("choose") : t("none") }]),
            ...fields.map(({ name }) => ({
              value: name,
              label: labelOf(name) === name ? name : `${labelOf(name)} · ${name}`,
            })),
          ]}
          onChange={(event) => choose(event.target.value)}
        />
      </div>
      {active === undefined ? null : row({ ...active, required: choice.required })}
    </div>
  );
}
