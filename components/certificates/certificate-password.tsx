"use client";

import { FieldFrame } from "../form/field-frame";
import type { WidgetProps } from "../form/form-view";
import { useField } from "../form/use-field";
import { SecretInput } from "../ui/secret-input";

/** Opens the file once, on the server; it is not kept. */
export function CertificatePassword({ path, node }: WidgetProps) {
  const field = useField(path, node);
  return (
    <FieldFrame field={field}>
      <SecretInput
        field={field.ids}
        value={typeof field.value === "string" ? field.value : null}
        stored={false}
        disabled={field.disabled}
        onValue={(value) => field.set(value ?? undefined)}
        onBlur={field.touch}
      />
    </FieldFrame>
  );
}
