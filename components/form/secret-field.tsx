"use client";

import { mask } from "@/management/resources/define";
import { getAt } from "../diff/set-at";
import { SecretInput } from "../ui/secret-input";
import { FieldFrame } from "./field-frame";
import { useFormScope } from "./form-context";
import { matchesPattern, type WidgetProps } from "./form-view";
import { useField } from "./use-field";

/** A member that is never sent to the browser. What is stored stays unless another value is typed. */
export function SecretField({ path, node }: WidgetProps) {
  const field = useField(path, node);
  const { form, resourcePath, draft } = useFormScope();
  const secret = form.view.definition.secrets.find((each) => matchesPattern(each.path, path));
  const wasMasked = getAt(form.base, path) === mask;
  // An omitted secret is there all the same, once the document is.
  const isKept = secret?.shown === "omitted" && secret.keptWhenAbsent && resourcePath !== undefined && wasSecret();
  const stored = field.value === mask || (isKept && field.value === undefined);
  const keep = wasMasked ? mask : isKept ? undefined : null;

  function wasSecret(): boolean {
    return secret?.when?.(form.base) ?? true;
  }
  return (
    <FieldFrame field={field}>
      <SecretInput
        field={field.ids}
        value={typeof field.value === "string" ? field.value : null}
        stored={stored}
        disabled={field.disabled}
        multiline={node.kind === "text" && (node.max ?? 0) > 1000}
        read={resourcePath === undefined ? undefined : form.view.reveal?.(resourcePath, path, draft ? { draft } : {})}
        onValue={(value) => field.set(value ?? undefined)}
        onKeep={keep === null ? undefined : () => field.set(keep)}
        onBlur={field.touch}
      />
    </FieldFrame>
  );
}
