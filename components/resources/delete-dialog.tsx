"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ArmError } from "../data/arm-error";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, fieldIds } from "../ui/field";
import { TextInput } from "../ui/text-input";
import { FailurePanel } from "./failure";
import { type KindView, pathOf } from "./kind-view";
import { useAnnounce } from "./use-announce";
import { useRemove } from "./use-remove";
import { UseRow, useUsedBy } from "./used-by";

/**
 * Deleting. What is in use cannot go, and its users are named; what can be brought back by Undo goes at one press; only
 * what cannot asks for its name.
 */
export function DeleteDialog({
  view,
  name,
  title,
  onClose,
}: {
  view: KindView;
  name: string;
  title: string;
  onClose(): void;
}) {
  const t = useTranslations("remove");
  const router = useRouter();
  const remove = useRemove();
  const { announce } = useAnnounce();
  const path = pathOf(view, name);
  const { data, error } = useUsedBy(path);
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ArmError | null>(null);
  const users = data?.value ?? [];
  const confirmed = !view.irreversible || typed === name;
  const act = async () => {
    setBusy(true);
    try {
      const revision = await remove([path], t("title", { name: title }));
      router.push(view.href);
      announce(t("deleted", { name: title }), revision);
    } catch (error) {
      setRefused(error as ArmError);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title", { name: title })}
      text={
        users.length > 0
          ? t("inUse", { count: users.length })
          : view.irreversible
            ? t("cannotBeUndone")
            : t("canBeUndone")
      }
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            tone="danger"
            busy={busy}
            disabled={(data === undefined && error === null) || users.length > 0 || !confirmed}
            onClick={() => void act()}
          >
            {t("delete", { name: title })}
          </Button>
        </>
      }
    >
      {refused === null ? null : <FailurePanel error={refused} where={path} />}
      {users.length > 0 ? (
        <ul className="divide-y divide-line rounded-control border border-line">
          {users.map((use) => (
            <UseRow key={`${use.from}:${use.to}`} use={use} />
          ))}
        </ul>
      ) : view.irreversible ? (
        <Field id="confirm-name" label={t("typeName", { name })}>
          <TextInput
            mono
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            {...fieldIds("confirm-name", {})}
          />
        </Field>
      ) : null}
    </Dialog>
  );
}
