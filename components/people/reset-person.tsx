"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import { FailurePanel } from "../resources/failure";
import { Checkbox } from "../ui/checkbox";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { toasts } from "../ui/toasts";
import type { MadePassword, Person } from "./person";

/** Ends somebody's sessions; whoever has a password here gets a new one. */
export function ResetPerson({
  person,
  onMade,
  onClose,
}: {
  person: Person;
  onMade(made: MadePassword): void;
  onClose(): void;
}) {
  const t = useTranslations("settings.people.reset");
  const done = useTranslations("settings.people.done");
  const client = useQueryClient();
  const [revokeTokens, setRevokeTokens] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ArmError | null>(null);
  const external = person.signIn === "openIdConnect";
  async function reset() {
    setBusy(true);
    try {
      const { body } = await ask<{ password: string | null }>(`/operators/${person.id}/reset`, {
        method: "POST",
        body: { revokeTokens },
      });
      await client.invalidateQueries({ queryKey: queryKeys.everything });
      onClose();
      if (body.password !== null) onMade({ email: person.email, password: body.password });
      else toasts.show({ tone: "good", title: done("sessions", { name: person.name }) });
    } catch (error) {
      setRefused(error as ArmError);
      setBusy(false);
    }
  }
  return (
    <ConfirmDialog
      title={t("title", { name: person.name })}
      text={t(external ? "textExternal" : "text")}
      action={t(external ? "submitExternal" : "submit")}
      cancel={t("cancel")}
      busy={busy}
      onConfirm={() => void reset()}
      onClose={onClose}
    >
      {refused === null ? null : <FailurePanel error={refused} />}
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the box stands inside */}
      <label className="flex min-h-8 items-center gap-2">
        <Checkbox checked={revokeTokens} onChange={(event) => setRevokeTokens(event.target.checked)} />
        {t("tokens")}
      </label>
    </ConfirmDialog>
  );
}
