"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button";
import { FieldError } from "../ui/field";
import type { FieldNode } from "./describe";
import { fieldId, useFormScope } from "./form-context";
import type { WidgetProps } from "./form-view";
import { NestedField } from "./nested-field";

/** A group of members. One that is optional but has members it cannot be without is added and removed as a whole. */
export function ObjectField({ path, node }: WidgetProps) {
  const t = useTranslations("form");
  const { form, texts, disabled } = useFormScope();
  if (node.kind !== "object") return null;
  const label = texts.label(path);
  const optional =
    !node.required && (texts.isAddable(path) || [...node.fields.values()].some((member) => member.required));
  const error = form.shown.get(path);
  if (optional && form.valueAt(path) === undefined) {
    return disabled ? null : (
      <div className="flex flex-col gap-1">
        <Button id={fieldId(path)} size="small" className="self-start" onClick={() => form.set(path, {})}>
          <Plus size={16} aria-hidden />
          {texts.addGroup(path)}
        </Button>
        <FieldError id={fieldId(path)} error={error} />
      </div>
    );
  }
  return (
    <fieldset className="min-w-0 rounded-control border border-line p-3">
      <legend className="flex items-center gap-1 px-1 font-strong">
        {label}
        {optional && !disabled ? (
          <button
            type="button"
            className="inline-flex size-6 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-text"
            aria-label={t("removeGroup", { group: label })}
            onClick={() => form.set(path, undefined)}
          >
            <X size={14} aria-hidden />
          </button>
        ) : null}
      </legend>
      {texts.hint(path) ? <p className="mb-3 text-muted text-xs">{texts.hint(path)}</p> : null}
      <Members path={path} fields={node.fields} />
      <FieldError id={fieldId(path)} error={error} />
    </fieldset>
  );
}

export function Members({ path, fields }: { path: string; fields: ReadonlyMap<string, FieldNode> }) {
  return (
    <div className="flex flex-col gap-4">
      {[...fields].map(([name, member]) => (
        <NestedField key={name} path={`${path}.${name}`} node={member} />
      ))}
    </div>
  );
}
