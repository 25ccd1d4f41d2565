"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ask } from "../../data/arm-client";
import { queryKeys } from "../../data/query-keys";
import { useFailureToast } from "../../resources/failure";
import { useAnnounce } from "../../resources/use-announce";
import { toasts } from "../../ui/toasts";
import type { PolicyTarget } from "../editing";

/** Takes the policy of a scope away; outside of a draft at once, with Undo. */
export function useRemovePolicy({ path }: PolicyTarget, draft: string | null, onRemoved: () => void) {
  const t = useTranslations("editor");
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const fail = useFailureToast();
  return async () => {
    try {
      const query = draft === null ? undefined : { draft };
      const { revision } = await ask<null>(path, { method: "DELETE", ifMatch: "*", query });
      if (draft === null) announce(t("removed"), revision);
      else toasts.show({ tone: "good", title: t("removedInDraft") });
      onRemoved();
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    } catch (error) {
      fail(error);
    }
  };
}
