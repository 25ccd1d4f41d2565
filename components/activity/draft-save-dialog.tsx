"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { JsonObject } from "@/lib/json";
import { ask } from "../data/arm-client";
import { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, fieldIds } from "../ui/field";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { type Draft, draftPath } from "./draft";
import { draftIdFor } from "./draft-id";

const newDraft = "";

/** Writes a document to a draft, or deletes it in one, a draft that exists or a new one, instead of publishing it. */
export function DraftSaveDialog({
  name,
  path,
  etag,
  properties,
  preferred,
  title,
  text,
  submit,
  extra,
  onClose,
  onSaved,
  onRefused,
  onTaken,
}: {
  /** What people call the document. */
  name: string;
  path: string;
  /** Of the version that was edited; null for a document that does not exist yet. */
  etag: string | null;
  /** null: the document is deleted. */
  properties: ((draft: string) => JsonObject | Promise<JsonObject>) | null;
  /** The draft that is proposed. */
  preferred?: string | null;
  title?: string;
  text?: string;
  submit?: string;
  /** Stands before the button that saves. */
  extra?: ReactNode;
  onClose(): void;
  onSaved(draft: string, title: string): void;
  /** A refusal that names fields, which are better told beside them. */
  onRefused?(refusal: ArmError): void;
  /** What was to be new exists already; without it the person is asked whether to replace that. */
  onTaken?(): void;
}) {
  const t = useTranslations("activity.drafts.save");
  const client = useQueryClient();
  const { data } = useEndpoint<{ value: Draft[] }>("/drafts");
  const drafts = data?.value ?? [];
  const [chosen, setChosen] = useState<string | null>(preferred ?? null);
  const into = chosen ?? drafts[0]?.id ?? newDraft;
  const [typed, setTyped] = useState<string | null>(null);
  const newTitle = typed ?? t("proposed", { name });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ArmError | null>(null);
  const missing = tried && into === newDraft && newTitle.trim() === "" ? t("nameMissing") : undefined;

  async function save(replacing: boolean) {
    setTried(true);
    if (into === newDraft && newTitle.trim() === "") return;
    setBusy(true);
    setError(null);
    const isNew = into === newDraft;
    const id = isNew
      ? draftIdFor(
          newTitle,
          drafts.map((draft) => draft.id),
        )
      : into;
    try {
      if (isNew) await ask(draftPath(id), { method: "PUT", body: { title: newTitle.trim() } });
      try {
        const condition = replacing ? {} : etag === null ? { ifNoneMatch: "*" as const } : { ifMatch: etag };
        const query = { draft: id };
        if (properties === null) await ask(path, { method: "DELETE", query, ...condition });
        else await ask(path, { method: "PUT", query, body: { properties: await properties(id) }, ...condition });
      } catch (refusal) {
        if (isNew) await ask(draftPath(id), { method: "DELETE" }).catch(() => undefined);
        throw refusal;
      }
      // The list of drafts is fresh before anything leads to it.
      await client.invalidateQueries({ queryKey: queryKeys.endpoint("/drafts") });
      onSaved(id, drafts.find((draft) => draft.id === id)?.title ?? newTitle.trim());
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    } catch (failure) {
      if (failure instanceof ArmError && failure.fieldProblems.size > 0) onRefused?.(failure);
      if (failure instanceof ArmError && failure.isConflict && etag === null) onTaken?.();
      setError(failure instanceof ArmError ? failure : null);
      setBusy(false);
    }
  }

  const conflict = error?.isConflict === true;
  return (
    <Dialog
      open
      width="medium"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title ?? t("title")}
      text={text ?? t("text")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {extra}
          <Button tone="primary" busy={busy} onClick={() => void save(conflict)}>
            {conflict ? t("replace") : (submit ?? t("submit"))}
          </Button>
        </>
      }
    >
      <form
        noValidate
        className="flex flex-col gap-4 pb-1"
        onSubmit={(event) => {
          event.preventDefault();
          void save(conflict);
        }}
      >
        {error === null ? null : conflict ? (
          <p role="alert" className="rounded-control border border-warn bg-warn-soft px-3 py-2">
            {t("conflict", { name })}
          </p>
        ) : (
          <FailurePanel error={error} where={path} />
        )}
        <Field id="draft-into" label={t("into")}>
          <Select
            id="draft-into"
            value={into}
            onChange={(event) => {
              setChosen(event.target.value);
              setError(null);
            }}
            options={[
              { value: newDraft, label: t("new") },
              ...drafts.map((draft) => ({
                value: draft.id,
                label: `${draft.title} · ${t("documents", { count: draft.documentCount })}`,
              })),
            ]}
          />
        </Field>
        {into === newDraft ? (
          <Field id="draft-title" label={t("newName")} hint={t("nameHint")} error={missing}>
            <TextInput
              {...fieldIds("draft-title", { hint: true, error: missing, required: true })}
              value={newTitle}
              maxLength={300}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        ) : null}
      </form>
    </Dialog>
  );
}
