"use client";

import { FieldError } from "../ui/field";
import { Switch } from "../ui/switch";
import { useFormScope } from "./form-context";
import type { WidgetProps } from "./form-view";
import { useField } from "./use-field";

/** Left out, it shows what the service assumes. */
export function BooleanField({ path, node }: WidgetProps) {
  const field = useField(path, node);
  const { form } = useFormScope();
  const assumed = node.fallback ?? form.view.assumed?.[path] ?? false;
  const { "aria-required": _, ...ids } = field.ids;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-start gap-3">
        <Switch
          {...ids}
          aria-labelledby={`${field.id}-label`}
          checked={(field.value ?? assumed) === true}
          disabled={field.disabled}
          onChecked={(checked) => {
            field.set(checked);
            field.touch();
          }}
        />
        <div className="min-w-0 pt-0.5">
          <span id={`${field.id}-label`} className="font-strong">
            {field.label}
          </span>
          {field.hint ? (
            <p id={`${field.id}-hint`} className="text-muted text-xs">
              {field.hint}
            </p>
          ) : null}
        </div>
      </div>
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
