"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "./icon-button";

/** What can be done with one item of a list: up, down, away. */
export function ListControls({
  item,
  position,
  count,
  ordered,
  onMove,
  onRemove,
}: {
  item: string;
  position: number;
  count: number;
  ordered: boolean;
  onMove(to: number): void;
  onRemove(): void;
}) {
  const t = useTranslations("ui.list");
  return (
    <div className="flex shrink-0">
      {ordered && count > 1 ? (
        <>
          <IconButton
            icon={ArrowUp}
            label={t("up", { item })}
            disabled={position === 0}
            onClick={() => onMove(position - 1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t("down", { item })}
            disabled={position === count - 1}
            onClick={() => onMove(position + 1)}
          />
        </>
      ) : null}
      <IconButton icon={X} label={t("remove", { item })} onClick={onRemove} />
    </div>
  );
}
