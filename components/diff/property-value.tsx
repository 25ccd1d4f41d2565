"use client";

import { useTranslations } from "use-intl";
import type { Json } from "@/lib/json";
import { mask } from "@/management/resources/define";
import { isObject } from "./is-object";

const holdsMask = (value: Json): boolean => value === mask || (isObject(value) && typeof value.$secret === "string");

/** A value as people read it: text without quotes, secrets as dots. */
export function PropertyValue({ value }: { value: Json | undefined }) {
  const t = useTranslations("diff");
  if (value === undefined) return <span className="text-faint">{t("absent")}</span>;
  if (value === null) return <span className="text-faint">{t("none")}</span>;
  if (holdsMask(value))
    return (
      <span role="img" aria-label={t("secret")}>
        ••••••••
      </span>
    );
  if (value === "") return <span className="text-faint">{t("emptyText")}</span>;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  const text = typeof value === "object" ? JSON.stringify(value, hideSecrets, 2) : String(value);
  return <code className="whitespace-pre-wrap break-all text-xs">{text}</code>;
}

const hideSecrets = (_: string, value: Json) => (isObject(value) && typeof value.$secret === "string" ? mask : value);
