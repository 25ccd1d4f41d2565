"use client";

import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { ArmError } from "../../data/arm-error";
import { FailurePanel } from "../../resources/failure";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field, fieldIds } from "../../ui/field";
import { TextInput } from "../../ui/text-input";

/** Asks for a name. */
export function NameDialog({
  title,
  initial,
  onName,
  onClose,
}: {
  title: ReactNode;
  initial: string;
  onName(name: string): Promise<ArmError | null>;
  onClose(): void;
}) {
  const t = useTranslations("run.saved");
  const id = useId();
  const [name, setName] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [refusal, setRefusal] = useState<ArmError | null>(null);
  const submit = async () => {
    if (name.trim() === "") return setEmpty(true);
    setBusy(true);
    const error = await onName(name.trim());
    setBusy(false);
    if (error === null) onClose();
    else setRefusal(error);
  };
  const error = empty && name.trim() === "" ? t("nameMissing") : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" busy={busy} onClick={() => void submit()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3 pb-2"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void submit();
        }}
      >
        {refusal === null ? null : <FailurePanel error={refusal} />}
        <Field id={id} label={t("name")} error={error}>
          <TextInput
            {...fieldIds(id, { error, required: true })}
            value={name}
            maxLength={160}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
