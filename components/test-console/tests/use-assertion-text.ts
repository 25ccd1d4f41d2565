"use client";

import { useTranslations } from "use-intl";
import type { Assertion } from "@/contract/console-run";

/** What is expected, in words. */
export function useAssertionText(): (assertion: Assertion) => string {
  const t = useTranslations("tests.says");
  return (assertion) => {
    switch (assertion.kind) {
      case "status":
        return assertion.equals !== undefined
          ? t("status", { value: String(assertion.equals) })
          : t("statusWithin", { from: String(assertion.from ?? ""), to: String(assertion.to ?? "") });
      case "header":
        return t(`header.${assertion.is}`, { name: assertion.name, value: assertion.value ?? "" });
      case "body":
        return t(`body.${assertion.is}`);
      case "json":
        return t(`json.${assertion.is}`, { path: assertion.path, value: assertion.value ?? "" });
      case "variable":
        return t("variable", { name: assertion.name, value: assertion.value });
      case "policy":
        return t("policy", { path: assertion.path });
    }
  };
}
