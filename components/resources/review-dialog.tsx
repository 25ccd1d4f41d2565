"use client";

import { useTranslations } from "use-intl";
import type { ArmError } from "../data/arm-error";
import { PropertyChanges } from "../diff/property-changes";
import type { PropertyChange } from "../diff/property-diff";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { FailurePanel } from "./failure";

/** What would change, before it does. */
export function ReviewDialog({
  title,
  changes,
  labelOf,
  busy,
  error,
  onPublish,
  onClose,
}: {
  title: string;
  changes: readonly PropertyChange[];
  labelOf(path: string): string;
  busy: boolean;
  error: ArmError | null;
  onPublish(): void;
  onClose(): void;
}) {
  const t = useTranslations("review");
  return (
    <Dialog
      open
      width="large"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      text={t("text")}
      footer={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button tone="primary" busy={busy} onClick={onPublish}>
            {t("publish")}
          </Button>
        </>
      }
    >
      {error === null ? null : (
        <div className="mb-3">
          <FailurePanel error={error} />
        </div>
      )}
      <PropertyChanges changes={changes} labelOf={labelOf} />
    </Dialog>
  );
}
