"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import { queryKeys } from "../data/query-keys";
import { useFailureToast } from "../resources/failure";
import { Button } from "../ui/button";
import { later } from "../ui/later";
import { toasts } from "../ui/toasts";
import type { Token } from "./token";

const ConfirmDialog = later(() => import("../ui/confirm-dialog").then((module) => module.ConfirmDialog));

export function RevokeToken({ token: { id, name } }: { token: Token }) {
  const t = useTranslations("settings.tokens");
  const client = useQueryClient();
  const fail = useFailureToast();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  async function revoke() {
    setBusy(true);
    try {
      await ask(`/tokens/${id}`, { method: "DELETE" });
      await client.invalidateQueries({ queryKey: queryKeys.endpoint("/tokens") });
      toasts.show({ tone: "good", title: t("revoked", { name }) });
      setAsked(false);
    } catch (error) {
      fail(error);
    }
    setBusy(false);
  }
  return (
    <>
      <Button size="small" aria-label={t("revokeOf", { name })} onClick={() => setAsked(true)}>
        {t("revoke")}
      </Button>
      {asked ? (
        <ConfirmDialog
          title={t("revokeOf", { name })}
          text={t("revokeText")}
          action={t("revoke")}
          cancel={t("cancel")}
          busy={busy}
          onConfirm={() => void revoke()}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
