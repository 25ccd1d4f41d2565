"use client";

import { GitCompare } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button";
import { comparisonHref } from "./comparison";

/** What was ticked in the log, on its way to a comparison. */
export function ChosenRevisions({
  chosen,
  document,
  below,
  onClear,
}: {
  chosen: readonly number[];
  document: string | null;
  below: boolean;
  onClear(): void;
}) {
  const t = useTranslations("activity.chosen");
  const [from, to = null] = [...chosen].sort((a, b) => a - b);
  if (from === undefined) return null;
  return (
    <div
      role="toolbar"
      aria-label={t("label")}
      className="sticky top-0 z-10 mb-2 flex min-h-11 flex-wrap items-center gap-2 rounded-card border border-accent bg-selected px-3 py-1.5"
    >
      <span role="status" className="font-strong tabular-nums">
        {to === null ? t("one", { from }) : t("two", { from, to })}
      </span>
      <div className="flex-1" />
      <Button size="small" tone="ghost" onClick={onClear}>
        {t("clear")}
      </Button>
      <Button size="small" tone="primary" asChild>
        <Link href={comparisonHref({ from, to, document, below })}>
          <GitCompare size={16} aria-hidden />
          {t("compare")}
        </Link>
      </Button>
    </div>
  );
}
