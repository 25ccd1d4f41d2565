"use client";

import { useTranslations } from "use-intl";
import type { Json } from "@/lib/json";
import { Field, fieldIds } from "../ui/field";
import { TextInput } from "../ui/text-input";

/** The name in addresses and references. It is chosen once. */
export function IdField({
  value,
  error,
  maxLength,
  onValue,
  onBlur,
}: {
  value: string;
  error: string | undefined;
  maxLength: number;
  onValue(value: string): void;
  onBlur(): void;
}) {
  const t = useTranslations("create");
  const hint = t("nameHint");
  return (
    <Field id="resource-id" label={t("name")} hint={hint} error={error} aside={t("required")}>
      <TextInput
        {...fieldIds("resource-id", { hint, error, required: true })}
        mono
        value={value}
        maxLength={maxLength}
        onBlur={onBlur}
        onChange={(event) => onValue(event.target.value.trim())}
      />
    </Field>
  );
}

/** "Orders API (v2)" -> "orders-api-v2". */
export function proposeId(from: Json | undefined): string {
  if (typeof from !== "string") return "";
  return from
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80);
}
