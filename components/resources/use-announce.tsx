"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { type Answer, ask } from "../data/arm-client";
import { queryKeys } from "../data/query-keys";
import { toasts } from "../ui/toasts";
import { useFailureToast } from "./failure";
import { ReceiptLine } from "./receipt-line";

interface Undone {
  revision: number | null;
}

/** Says that a change was made, where it is live, and offers to undo it. */
export function useAnnounce(): {
  announce(title: string, revision: number | null): void;
  undo(revision: number): Promise<void>;
} {
  const t = useTranslations("publish");
  const client = useQueryClient();
  const fail = useFailureToast();
  const announce = (title: string, revision: number | null) => {
    toasts.show({
      tone: "good",
      title,
      text: revision === null ? undefined : <ReceiptLine revision={revision} />,
      action: revision === null ? undefined : { label: t("undo"), run: () => void undo(revision) },
    });
  };
  const undo = async (revision: number) => {
    try {
      const answer: Answer<Undone | null> = await ask(`/changes/${revision}/undo`, { method: "POST" });
      await client.invalidateQueries({ queryKey: queryKeys.everything });
      announce(t("undone", { revision }), answer.body?.revision ?? answer.revision);
    } catch (error) {
      fail(error);
    }
  };
  return { announce, undo };
}
