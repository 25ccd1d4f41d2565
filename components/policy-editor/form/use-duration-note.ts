"use client";

import { useFormatter, useLocale, useTranslations } from "use-intl";
import type { FormField } from "./describe-form";
import { humanDuration } from "./human-duration";

/** A number of seconds, or a point in time, as people say it; null where there is nothing to add. */
export function useDurationNote(): (field: Pick<FormField, "control" | "value">) => string | null {
  const t = useTranslations("policyForm.field");
  const locale = useLocale();
  const format = useFormatter();
  return ({ control, value }) => {
    if (value === null) return null;
    if (control === "seconds" || control === "milliseconds") return humanDuration(value, control, locale);
    const isMoment = control === "date-time" && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value));
    if (!isMoment) return null;
    return t("localTime", { time: format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short" }) });
  };
}
