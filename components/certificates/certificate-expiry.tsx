"use client";

import { useFormatter, useNow, useTranslations } from "use-intl";
import type { Json } from "@/lib/json";
import { State } from "../ui/state";

const soonMs = 30 * 24 * 60 * 60 * 1000;

/** When a certificate ends: in good time, soon, or already. */
export function CertificateExpiry({ at }: { at: Json | undefined }) {
  const t = useTranslations("kinds.certificates.expiry");
  const format = useFormatter();
  const now = useNow();
  if (typeof at !== "string") return null;
  const end = new Date(at);
  const leftMs = end.getTime() - now.getTime();
  const date = format.dateTime(end, { dateStyle: "medium" });
  if (leftMs < 0) return <State tone="bad">{t("expired", { date })}</State>;
  if (leftMs < soonMs) return <State tone="warn">{t("soon", { date })}</State>;
  return <State tone="good">{t("valid", { date })}</State>;
}
