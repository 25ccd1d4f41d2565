"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { queryKeys } from "../data/query-keys";
import { useFailureToast } from "../resources/failure";
import { useAnnounce } from "../resources/use-announce";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { SecretValue } from "../ui/secret-value";
import { readKey, regenerate, type WhichKey } from "./subscription-keys";

/** One key: dots, a look at it, a copy, a new one. */
export function KeyRow({ path, which }: { path: string; which: WhichKey }) {
  const t = useTranslations("kinds.subscriptions");
  const { mayEdit } = useMe();
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const fail = useFailureToast();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = t(`fields.${which}.label`);
  const act = async () => {
    setBusy(true);
    try {
      const { revision } = await regenerate(path, which);
      await client.invalidateQueries({ queryKey: queryKeys.everything });
      setAsking(false);
      announce(t("keys.regenerated", { key: name }), revision);
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5">
      <span className="w-full text-muted sm:w-32">{name}</span>
      <div className="min-w-0 flex-1">
        <SecretValue name={name} read={() => readKey(path, which)} onFailure={fail} allowed={mayEdit} />
      </div>
      {mayEdit ? (
        <Button size="small" onClick={() => setAsking(true)}>
          <RefreshCw size={16} aria-hidden />
          {t("keys.regenerate")}
        </Button>
      ) : null}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t("keys.title", { key: name })}
        text={t("keys.text")}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t("keys.cancel")}</Button>
            <Button tone="danger" busy={busy} onClick={() => void act()}>
              {t("keys.regenerate")}
            </Button>
          </>
        }
      />
    </div>
  );
}
