"use client";

import { useTranslations } from "use-intl";
import { Button } from "../ui/button";

/** Appears at the foot of a form when something differs. */
export function ReviewBar({
  changes,
  onDiscard,
  onDraft,
  onReview,
  busy = false,
}: {
  changes: number;
  onDiscard(): void;
  /** Saves without publishing. */
  onDraft(): void;
  /** undefined in a draft, which is published as a whole. */
  onReview?(): void;
  busy?: boolean;
}) {
  const t = useTranslations("review");
  const drafts = useTranslations("activity.drafts.save");
  if (changes === 0) return null;
  return (
    <div
      role="toolbar"
      data-review-bar
      aria-label={t("label")}
      className="enter-rise sticky bottom-4 z-10 mx-auto mt-6 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-card border border-line bg-surface p-2 pl-4 shadow-float"
    >
      <span className="mr-2 tabular-nums" role="status">
        {t("changes", { count: changes })}
      </span>
      <Button tone="ghost" onClick={onDiscard}>
        {t("discard")}
      </Button>
      <Button tone={onReview === undefined ? "primary" : undefined} busy={busy} onClick={onDraft}>
        {drafts("action")}
      </Button>
      {onReview === undefined ? null : (
        <Button tone="primary" onClick={onReview}>
          {t("review")}
        </Button>
      )}
    </div>
  );
}
