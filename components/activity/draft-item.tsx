"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import { useMe } from "../shell/me";
import { useUrlState } from "../table/use-url-state";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";
import { CreateInDraft } from "./create-in-draft";
import { type Draft, type DraftDiff, draftPath } from "./draft";
import { DraftChanges } from "./draft-changes";
import { useEndDraft } from "./draft-ending";

/** One draft. Which one is open is in the address; it is published by whoever has seen what it changes. */
export function DraftItem({ draft }: { draft: Draft }) {
  const t = useTranslations("activity.drafts");
  const { mayEdit } = useMe();
  const [url, setUrl] = useUrlState();
  const [asked, setAsked] = useState(false);
  const { id, title, actor, changedAt, documentCount } = draft;
  const open = url.get("draft") === id;
  const { busy, refused, publish, confirm } = useEndDraft(draft);
  const diff = useEndpoint<DraftDiff>(`${draftPath(id)}/diff`, {
    // While it ends there is nothing to read anew.
    enabled: open && busy === null,
  });
  const publishable = diff.data?.value.every(({ changedSince }) => !changedSince) ?? false;
  const toggle = () => setUrl({ draft: open ? null : id });
  return (
    <li className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge mono>{id}</Badge>
        <button
          type="button"
          aria-expanded={open}
          onClick={toggle}
          className="min-h-6 min-w-0 break-words rounded-[3px] text-left font-strong hover:text-accent"
        >
          {title}
        </button>
        <span className="text-muted">
          {t("count", { count: documentCount })} · {actor.name} · {t("changed")} <RelativeTime at={changedAt} />
        </span>
        <div className="flex-1" />
        <Button size="small" tone="ghost" onClick={toggle}>
          {t(open ? "hide" : "compare")}
        </Button>
        {mayEdit ? (
          <>
            <Button size="small" tone="ghost" onClick={() => setAsked(true)}>
              {t("discard")}
            </Button>
            {open && documentCount > 0 ? (
              <Button
                size="small"
                tone="primary"
                busy={busy === "publish"}
                disabled={!publishable}
                onClick={() => void publish()}
              >
                {t("publish")}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
      {refused === null ? null : (
        <div className="mt-3">
          <FailurePanel error={refused} where={draftPath(id)} />
        </div>
      )}
      {open && mayEdit ? (
        <div className="mt-2">
          <CreateInDraft draft={id} />
        </div>
      ) : null}
      {open ? <DraftChanges id={id} data={diff.data} error={diff.error} onRetry={() => void diff.refetch()} /> : null}
      {asked ? confirm(() => setAsked(false)) : null}
    </li>
  );
}
