"use client";

import { MessageSquareText, TriangleAlert } from "lucide-react";
import { memo } from "react";
import { Tooltip } from "../../ui/tooltip";
import { useCardSurroundings } from "./card-surroundings";
import type { Remark } from "./drawing";

/** What an author noted between policies, in its place. */
export const RemarkChip = memo(function RemarkChip({ of, text }: Pick<Remark, "of" | "text">) {
  const { t } = useCardSurroundings();
  const Icon = of === "comment" ? MessageSquareText : TriangleAlert;
  return (
    <div className="mt-1.5 px-1 first:mt-0">
      <Tooltip text={<span className="line-clamp-6">{text}</span>}>
        <span className="flex min-h-5 max-w-full items-center gap-1.5 text-faint text-xs">
          <Icon size={12} aria-hidden className="shrink-0" />
          <span className="sr-only">{t(of === "comment" ? "comment" : "stray")}</span>
          <span className="truncate italic">{text}</span>
        </span>
      </Tooltip>
    </div>
  );
});
