"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import { EntryList } from "../resources/change-entries";
import { FailurePanel, useFailureToast } from "../resources/failure";
import { readableId } from "../resources/portal-path";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { State } from "../ui/state";
import { toasts } from "../ui/toasts";
import { type DraftDiff, type DraftEntry, draftPath } from "./draft";
import { draftHref } from "./draft-href";
import { isPolicy, policyText } from "./draft-policy";

const DraftPolicy = dynamic(() => import("./draft-policy-changes").then((module) => module.DraftPolicyChanges), {
  ssr: false,
  loading: () => <Skeleton className="h-24" />,
});

const SettleEntry = dynamic(() => import("./settle-entry").then((module) => module.SettleEntry), { ssr: false });

/** What a draft would change, document by document, and what others changed meanwhile. */
export function DraftChanges({
  id,
  data,
  error,
  onRetry,
}: {
  id: string;
  /** undefined while it is read. */
  data: DraftDiff | undefined;
  error: ArmError | null;
  onRetry(): void;
}) {
  const t = useTranslations("activity.drafts");
  const { mayEdit } = useMe();
  if (error !== null) {
    return (
      <div className="mt-3">
        <FailurePanel error={error} where={draftPath(id)} onRetry={onRetry} />
      </div>
    );
  }
  if (data === undefined) return <Skeleton className="mt-3 h-9" />;
  if (data.value.length === 0) return <p className="mt-2 text-muted">{t("nothing")}</p>;
  const moved = data.value.filter(({ changedSince }) => changedSince).length;
  return (
    <div className="mt-3 flex flex-col gap-3">
      {moved === 0 ? null : <p className="text-warn">{t("movedText", { count: moved })}</p>}
      <EntryList
        entries={data.value}
        aside={(entry) => (
          <>
            {entry.changedSince ? (
              <State tone="warn">{t(entry.live === null ? "removedSince" : "movedOn")}</State>
            ) : null}
            {mayEdit && entry.changedSince ? <SettleEntry draft={id} entry={entry} /> : null}
            <Open draft={id} entry={entry} />
            {mayEdit ? <TakeOut draft={id} entry={entry} /> : null}
          </>
        )}
        hrefOf={(entry) => draftHref(entry.id, id)}
        changesOf={(entry) =>
          isPolicy(entry) ? <DraftPolicy before={policyText(entry.before)} after={policyText(entry.after)} /> : null
        }
      />
    </div>
  );
}

function Open({ draft, entry }: { draft: string; entry: DraftEntry }) {
  const t = useTranslations("activity.drafts");
  const href = draftHref(entry.id, draft);
  return href === null || (entry.after === null && !isPolicy(entry)) ? null : (
    <Button size="small" tone="ghost" asChild>
      <Link href={href}>{t(isPolicy(entry) ? "openEditor" : "openDraft")}</Link>
    </Button>
  );
}

function TakeOut({ draft, entry }: { draft: string; entry: DraftEntry }) {
  const t = useTranslations("activity.drafts");
  const client = useQueryClient();
  const fail = useFailureToast();
  const [busy, setBusy] = useState(false);
  async function takeOut() {
    setBusy(true);
    try {
      await ask(`${draftPath(draft)}/documents`, { method: "DELETE", query: { id: entry.id } });
      toasts.show({ tone: "good", title: t("takenOut", { document: readableId(entry.id) }) });
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    } catch (error) {
      fail(error);
      setBusy(false);
    }
  }
  return (
    <Button size="small" tone="ghost" busy={busy} onClick={() => void takeOut()}>
      {t("takeOut")}
    </Button>
  );
}
