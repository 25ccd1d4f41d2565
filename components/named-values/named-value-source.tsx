"use client";

import { KeyRound, Vault } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Resource } from "../data/resource";
import { isObject } from "../diff/is-object";

/** The value, or where it comes from when it is not to be seen. */
export function NamedValueSource({ resource }: { resource: Resource }) {
  const t = useTranslations("kinds.namedValues");
  const { value, secret, keyVault } = resource.properties;
  if (isObject(keyVault)) {
    return (
      <span className="flex items-center gap-1.5 text-muted">
        <Vault size={14} aria-hidden className="shrink-0" />
        <span className="truncate">{t("fromVault")}</span>
      </span>
    );
  }
  if (secret === true) {
    return (
      <span className="flex items-center gap-1.5 text-muted">
        <KeyRound size={14} aria-hidden className="shrink-0" />
        <span className="truncate">{t("secret")}</span>
      </span>
    );
  }
  return <code className="text-xs">{typeof value === "string" ? value : ""}</code>;
}
