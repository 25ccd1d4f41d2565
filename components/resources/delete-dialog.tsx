"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import { isGoing, whileGoing } from "../data/going";
import { queryKeys } from "../data/query-keys";
import { withDraft } from "../drafts/with-draft";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, fieldIds } from "../ui/field";
import { TextInput } from "../ui/text-input";
import { toasts } from "../ui/toasts";
import { FailurePanel } from "./failure";
import { type KindView, pathOf } from "./kind-view";
import { useAnnounce } from "./use-announce";
import { useRemove } from "./use-remove";
import { UseRow, useUsedBy } from "./used-by";

const DraftSaveDialog = dynamic(
  () => import("../activity/draft-save-dialog").then((module) => module.DraftSaveDialog),
  { ssr: false },
);

/**
 * Deleting, live or in a draft. What is in use cannot go, and its users are named; what can be brought back by Undo goes at one press; only
 * what cannot asks for its name.
 */
export function DeleteDialog({
  view,
  name,
  title,
  draft,
  onClose,
}: {
  view: KindView;
  name: string;
  title: string;
  draft: string | null;
  onClose(): void;
}) {
  const t = useTranslations("remove");
  const router = useRouter();
  const remove = useRemove();
  const { announce } = useAnnounce();
  const path = pathOf(view, name);
  // Who uses it in a draft only the draft knows: it refuses and names them.
  const { data, error } = useUsedBy(path, draft === null);
  const client = useQueryClient();
  const [drafting, setDrafting] = useState(false);
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ArmError | null>(null);
  const users = data?.value ?? [];
  const isChecked = draft !== null || data !== undefined || error !== null;
  const confirmed = draft !== null || !view.irreversible || typed === name;
  const tellDrafted = (into: string) => {
    toasts.show({ tone: "good", title: t("deletedInDraft", { name: title }) });
    router.push(withDraft("/activity/drafts", into));
  };
  const act = async () => {
    setBusy(true);
    try {
      if (draft !== null) {
        await whileGoing([queryKeys.drafted(path, draft)], async () => {
          await ask(path, { method: "DELETE", query: { draft }, ifMatch: "*" });
          tellDrafted(draft);
          const { everything } = queryKeys;
          await client.invalidateQueries({ queryKey: everything, predicate: ({ queryKey }) => !isGoing(queryKey) });
        });
        return;
      }
      const revision = await remove([path], t("title", { name: title }));
      router.push(view.href);
      announce(t("deleted", { name: title }), revision);
    } catch (error) {
      setRefused(error as ArmError);
    } finally {
      setBusy(false);
    }
  };
  if (drafting) {
    return (
      <DraftSaveDialog
        {...{ name: title, path, properties: null, etag: "*" }}
        title={t("draftTitle", { name: title })}
        text={t("draftText")}
        submit={t("draftSubmit")}
        onClose={onClose}
        onSaved={tellDrafted}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title", { name: title })}
      text={
        draft !== null
          ? t("inDraftText")
          : users.length > 0
            ? t("inUse", { count: users.length })
            : view.irreversible
              ? t("cannotBeUndone")
              : t("canBeUndone")
      }
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {draft === null ? <Button onClick={() => setDrafting(true)}>{t("inDraft")}</Button> : null}
          <Button
            tone="danger"
            busy={busy}
            disabled={!isChecked || users.length > 0 || !confirmed}
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
      ) : view.irreversible && draft === null ? (
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
