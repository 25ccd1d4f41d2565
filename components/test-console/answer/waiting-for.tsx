"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";

/** Nothing has come yet, and for how long; the seconds are for the eye only. */
export function WaitingFor({ since }: { since: number }) {
  const t = useTranslations("run.answer");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - since) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, [since]);
  return <p className="text-muted tabular-nums">{seconds < 2 ? t("waiting") : t("waited", { s: String(seconds) })}</p>;
}
