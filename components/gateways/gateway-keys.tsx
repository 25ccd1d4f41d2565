"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import { queryKeys } from "../data/query-keys";
import { useFailureToast } from "../resources/failure";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { SecretValue } from "../ui/secret-value";
import { toasts } from "../ui/toasts";
import type { KeyName } from "./make-token";

const keys: readonly KeyName[] = ["primary", "secondary"];

/** The two keys that sign a gateway's tokens. */
export function GatewayKeys({ name }: { name: string }) {
  const t = useTranslations("gateways.keys");
  const names = useTranslations("gateways.token.keys");
  const client = useQueryClient();
  const fail = useFailureToast();
  const [asked, setAsked] = useState<KeyName | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (key: KeyName) => {
    const { body } = await ask<Record<KeyName, string | null>>(`/gateways/${name}/listKeys`, { method: "POST" });
    return body[key] ?? "";
  };
  async function regenerate(key: KeyName) {
    setBusy(true);
    try {
      await ask(`/gateways/${name}/regenerateKey`, { method: "POST", body: { keyType: key } });
      toasts.show({ tone: "good", title: t("regenerated", { key: names(key), name }) });
      await client.invalidateQueries({ queryKey: queryKeys.everything });
      setAsked(null);
    } catch (error) {
      fail(error);
    }
    setBusy(false);
  }
  return (
    <Card title={t("title")}>
      <p className="mb-2 text-muted">{t("lead")}</p>
      <dl className="divide-y divide-line">
        {keys.map((key) => (
          <div key={key} className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 py-1">
            <dt className="w-28 text-muted">{names(key)}</dt>
            <dd className="flex min-w-0 flex-1 basis-60 items-center justify-between gap-3">
              <SecretValue name={names(key)} read={() => read(key)} onFailure={fail} />
              <Button size="small" onClick={() => setAsked(key)}>
                {t("regenerate")}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      {asked === null ? null : (
        <ConfirmDialog
          title={t("regenerateOf", { key: names(asked) })}
          text={t("regenerateText")}
          action={t("regenerate")}
          cancel={t("cancel")}
          busy={busy}
          onConfirm={() => void regenerate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}
