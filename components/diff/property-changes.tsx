"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { PropertyChange } from "./property-diff";
import { PropertyValue } from "./property-value";

/** What changed, one line per property, before and after. */
export function PropertyChanges({
  changes,
  labelOf,
}: {
  changes: readonly PropertyChange[];
  labelOf?(path: string): string;
}) {
  const t = useTranslations("diff");
  if (changes.length === 0) return <p className="text-muted">{t("nothing")}</p>;
  return (
    <dl className="divide-y divide-line rounded-control border border-line">
      {changes.map(({ path, before, after }) => (
        <div
          key={path}
          className="grid grid-cols-1 gap-x-4 gap-y-1 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
        >
          <dt className="min-w-0 break-words text-muted">
            {labelOf?.(path) ?? <code className="break-all text-xs">{path || "/"}</code>}
          </dt>
          <dd className="grid min-w-0 grid-cols-[minmax(0,1fr)_16px_minmax(0,1fr)] items-start gap-2">
            <del className="min-w-0 rounded-[4px] bg-bad-soft px-1.5 no-underline">
              <span className="sr-only">{t("before")} </span>
              <PropertyValue value={before} />
            </del>
            <ArrowRight size={14} aria-hidden className="mt-0.5 text-faint" />
            <ins className="min-w-0 rounded-[4px] bg-good-soft px-1.5 no-underline">
              <span className="sr-only">{t("after")} </span>
              <PropertyValue value={after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
