"use client";

import { CircleCheck, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button";
import { GatewayReceipts } from "./gateway-receipts";

/** What became of a change, gateway by gateway, and the way back from it. */
export function PublishedPanel({
  title,
  revision,
  inDraft,
  undoing,
  onUndo,
}: {
  title: string;
  revision: number | null;
  inDraft: boolean;
  undoing: boolean;
  onUndo(): void;
}) {
  const t = useTranslations("saving.published");
  return (
    <div className="flex flex-col gap-3 pb-2">
      <div className="flex items-start gap-3">
        <CircleCheck size={16} aria-hidden className="mt-1 shrink-0 text-good" />
        <div className="min-w-0 flex-1">
          <p className="break-words font-strong">{inDraft ? t("draftTitle") : title}</p>
          <p className="text-muted text-xs">
            {revision === null ? t(inDraft ? "draftText" : "nothing") : t("revision", { revision })}
          </p>
        </div>
        {revision === null ? null : (
          <Button size="small" busy={undoing} onClick={onUndo}>
            <Undo2 size={16} aria-hidden />
            {t("undo")}
          </Button>
        )}
      </div>
      {revision === null ? null : <GatewayReceipts revision={revision} />}
    </div>
  );
}
