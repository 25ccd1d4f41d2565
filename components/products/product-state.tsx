"use client";

import { useTranslations } from "use-intl";
import type { Json } from "@/lib/json";
import { State } from "../ui/state";

export function ProductState({ state }: { state: Json | undefined }) {
  const t = useTranslations("kinds.products.fields.state.options");
  return state === "published" ? (
    <State tone="good">{t("published")}</State>
  ) : (
    <State tone="idle">{t("notPublished")}</State>
  );
}
