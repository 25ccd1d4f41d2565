"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import type { ElementPath } from "@/policy/xml/element-path";

const line =
  "before:pointer-events-none before:absolute before:inset-x-1 before:top-1/2 before:h-px before:-translate-y-1/2 before:rounded-full data-allowed:before:bg-line-control data-over:before:h-[3px] data-over:before:bg-accent";

/** A place between two cards. While something is dragged, drag-surface.ts marks it; nothing here is drawn anew for that. */
export const DropGap = memo(function DropGap({ container, gap }: { container: ElementPath; gap: number }) {
  return <div data-gap={`${container}#${gap}`} className={`relative h-1.5 ${line}`} />;
});

/** The only place in something that is empty. */
export function EmptyGap({ container }: { container: ElementPath }) {
  const t = useTranslations("visual");
  return (
    <div
      data-gap={`${container}#0`}
      className="group/gap my-1 flex min-h-8 items-center justify-center rounded-control border border-line border-dashed px-2 text-center text-faint text-xs data-allowed:border-line-control data-allowed:text-muted data-over:border-accent data-over:bg-selected data-over:text-accent"
    >
      <span className="group-data-allowed/gap:hidden">{t("empty")}</span>
      <span className="hidden group-data-allowed/gap:inline">{t("dropHere")}</span>
    </div>
  );
}
