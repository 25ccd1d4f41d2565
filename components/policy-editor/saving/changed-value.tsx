"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";

/** One value before and after; null stands for one that is not there. */
export function ChangedValue({ name, before, after }: { name: string; before: string | null; after: string | null }) {
  const t = useTranslations("saving.changes");
  const isLong = [before, after].some((value) => value !== null && (value.length > 48 || value.includes("\n")));
  return (
    <div className={isLong ? "flex min-w-0 flex-col gap-1" : "flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1"}>
      <code className="break-all text-muted text-xs">{name}</code>
      <div
        className={
          isLong
            ? "grid min-w-0 grid-cols-1 gap-1 sm:grid-cols-2 sm:gap-2"
            : "flex min-w-0 flex-wrap items-center gap-2"
        }
      >
        <del className="min-w-0 rounded-[4px] bg-bad-soft px-1.5 no-underline">
          <span className="sr-only">{t("before")} </span>
          <Value value={before} />
        </del>
        {isLong ? null : <ArrowRight size={14} aria-hidden className="shrink-0 text-faint" />}
        <ins className="min-w-0 rounded-[4px] bg-good-soft px-1.5 no-underline">
          <span className="sr-only">{t("after")} </span>
          <Value value={after} />
        </ins>
      </div>
    </div>
  );
}

function Value({ value }: { value: string | null }) {
  const t = useTranslations("saving.changes");
  if (value === null) return <span className="text-muted text-xs">{t("absent")}</span>;
  if (value.trim() === "") return <span className="text-muted text-xs">{t("empty")}</span>;
  // All of a long text stands in the comparison of texts.
  return <code className="line-clamp-6 whitespace-pre-wrap break-all text-xs">{withoutMargin(value)}</code>;
}

/** A text without the white space that all of its lines begin with. */
function withoutMargin(text: string): string {
  const [first = "", ...rest] = text.trim().split("\n");
  const margins = rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  return [first, ...rest.map((line) => line.slice(margin))].join("\n");
}
