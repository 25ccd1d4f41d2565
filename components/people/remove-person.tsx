"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import { FailurePanel } from "../resources/failure";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { toasts } from "../ui/toasts";
import type { Person } from "./person";

/** Nothing brings a removed person back, so their address is asked for. */
export function RemovePerson({ person, onClose }: { person: Person; onClose(): void }) {
  const t = useTranslations("settings.people.remove");
  const done = useTranslations("settings.people.done");
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ArmError | null>(null);
  async function remove() {
    setBusy(true);
    try {
      await ask(`/operators/${person.id}`, { method: "DELETE" });
      toasts.show({ tone: "good", title: done("removed", { name: person.name }) });
      onClose();
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    } catch (error) {
      setRefused(error as ArmError);
      setBusy(false);
    }
  }
  return (
    <ConfirmDialog
      title={t("title", { name: person.name })}
      text={t("text")}
      typed={{ text: person.email, label: t("type", { email: person.email }) }}
      action={t("submit", { name: person.name })}
      cancel={t("cancel")}
      busy={busy}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      {refused === null ? null : <FailurePanel error={refused} />}
    </ConfirmDialog>
  );
}
