"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import { ArmError } from "../data/arm-error";
import { isGoing, whileGoing } from "../data/going";
import { queryKeys } from "../data/query-keys";
import { useFailureToast } from "../resources/failure";
import { useAnnounce } from "../resources/use-announce";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { toasts } from "../ui/toasts";
import { type Draft, draftPath } from "./draft";

/** The two ways in which a draft ends: everything in it is published as one change, or is given up. */
export function useEndDraft(
  { id, title, documentCount }: Pick<Draft, "id" | "title" | "documentCount">,
  onEnded: () => void = () => {},
): {
  busy: "publish" | "discard" | null;
  /** Why it could not be published. */
  refused: ArmError | null;
  publish(): Promise<void>;
  /** Asks before it is discarded. */
  confirm(onClose: () => void): ReactNode;
} {
  const t = useTranslations("activity.drafts");
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const fail = useFailureToast();
  const [busy, setBusy] = useState<"publish" | "discard" | null>(null);
  const [refused, setRefused] = useState<ArmError | null>(null);
  const readAnew = () =>
    client.invalidateQueries({ queryKey: queryKeys.everything, predicate: ({ queryKey }) => !isGoing(queryKey) });
  async function publish() {
    setBusy("publish");
    setRefused(null);
    try {
      await whileGoing([draftPath(id)], async () => {
        const { body } = await ask<{ revision: number | null }>(`${draftPath(id)}/publish`, { method: "POST" });
        announce(t("published", { title }), body.revision);
        onEnded();
        await readAnew();
      });
    } catch (error) {
      if (error instanceof ArmError) setRefused(error);
      else fail(error);
    }
    setBusy(null);
  }
  async function discard(onClose: () => void) {
    setBusy("discard");
    try {
      await whileGoing([draftPath(id)], async () => {
        await ask(draftPath(id), { method: "DELETE" });
        toasts.show({ tone: "good", title: t("discarded", { title }) });
        onClose();
        onEnded();
        await readAnew();
      });
    } catch (error) {
      fail(error);
    }
    setBusy(null);
  }
  const confirm = (onClose: () => void) => (
    <ConfirmDialog
      title={t("discardTitle", { title })}
      text={t("discardText")}
      typed={documentCount === 0 ? undefined : { text: id, label: t("discardType", { id }) }}
      action={t("discardSubmit")}
      cancel={t("cancel")}
      busy={busy === "discard"}
      onConfirm={() => void discard(onClose)}
      onClose={onClose}
    />
  );
  return { busy, refused, publish, confirm };
}
