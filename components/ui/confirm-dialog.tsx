"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { TextInput } from "./text-input";

/** Before something that cannot be undone. With `typed`, only who types that text may go on. */
export function ConfirmDialog({
  title,
  text,
  typed,
  action,
  cancel,
  busy,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  text: ReactNode;
  typed?: { text: string; label: ReactNode };
  action: string;
  cancel: string;
  busy: boolean;
  onConfirm(): void;
  onClose(): void;
  children?: ReactNode;
}) {
  const [given, setGiven] = useState("");
  const confirmed = typed === undefined || given.trim().toLowerCase() === typed.text.toLowerCase();
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      text={text}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button tone="danger" busy={busy} disabled={!confirmed} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {typed === undefined ? null : (
        <Field id="confirm-typed" label={typed.label}>
          <TextInput id="confirm-typed" mono value={given} onChange={(event) => setGiven(event.target.value)} />
        </Field>
      )}
      {children}
    </Dialog>
  );
}
