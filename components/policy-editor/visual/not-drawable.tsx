"use client";

import { FileWarning } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button";

/** Says why there are no cards, or why they are not of the present text. */
export function NotDrawable({
  line,
  column,
  message,
  isStale,
  onOpenCode,
}: {
  line: number;
  column: number;
  message: string;
  /** Whether the last drawing is still shown below. */
  isStale: boolean;
  onOpenCode(): void;
}) {
  const t = useTranslations("visual.broken");
  return (
    <div
      role="status"
      className={
        isStale
          ? "flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b bg-bad-soft px-4 py-2"
          : "flex flex-1 flex-col items-center justify-center gap-3 px-6 py-14 text-center"
      }
    >
      <FileWarning size={isStale ? 16 : 20} aria-hidden className="shrink-0 text-bad" />
      <div className="min-w-0 max-w-160">
        <h2 className={isStale ? "text-sm" : "text-lg"}>{t("title")}</h2>
        <p className="break-words text-muted">
          <span className="tabular-nums">{t("place", { line, column })}</span>
          {": "}
          {message}
          {isStale ? ` ${t("stale")}` : null}
        </p>
      </div>
      {isStale ? <span className="flex-1" /> : null}
      <Button size={isStale ? "small" : "medium"} tone={isStale ? "secondary" : "primary"} onClick={onOpenCode}>
        {t("open")}
      </Button>
    </div>
  );
}
