"use client";

import { useFormatter, useTranslations } from "use-intl";

/** "0.46 ms", "17.8 ms", "2.31 s", in the person's way of writing numbers. */
export function useMilliseconds(): (ms: number) => string {
  const t = useTranslations("run.trace");
  const format = useFormatter();
  return (ms) =>
    ms >= 1_000
      ? t("seconds", { s: format.number(ms / 1_000, { maximumFractionDigits: 2 }) })
      : t("ms", { ms: format.number(ms, { maximumSignificantDigits: 3 }) });
}
