"use client";

import { useFormatter, useTranslations } from "use-intl";

/** "0.46 ms", "17.8 ms", "2.31 s", in the person's way of writing numbers; what is beyond the clock is only "< 0.01 ms". */
export function useMilliseconds(): (ms: number) => string {
  const t = useTranslations("run.trace");
  const format = useFormatter();
  return (ms) => {
    if (ms >= 1_000) return t("seconds", { s: format.number(ms / 1_000, { maximumFractionDigits: 2 }) });
    if (ms > 0 && ms < 0.01) return t("less", { ms: format.number(0.01) });
    return t("ms", { ms: format.number(ms, { maximumFractionDigits: ms < 10 ? 2 : ms < 100 ? 1 : 0 }) });
  };
}
