"use client";

import { FilePen } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Draft, type DraftDiff, draftPath } from "../../activity/draft";
import { useEndDraft } from "../../activity/draft-ending";
import { useEndpoint } from "../../data/use-endpoint";
import { FailurePanel } from "../../resources/failure";
import { useMe } from "../../shell/me";
import { useUrlState } from "../../table/use-url-state";
import { Button } from "../../ui/button";
import { toasts } from "../../ui/toasts";
import { consoleHref } from "../frame/console-href";
import { Notice } from "../frame/notice";

/** Which draft is edited, and what can be done with it as a whole. */
export function DraftBanner({ draft, owner, dirty }: { draft: string; owner: string; dirty: boolean }) {
  const t = useTranslations("editor.draft");
  const drafts = useTranslations("activity.drafts");
  const { mayEdit } = useMe();
  const [, setUrl] = useUrlState();
  const { data } = useEndpoint<Draft>(draftPath(draft));
  const { data: diff } = useEndpoint<DraftDiff>(`${draftPath(draft)}/diff`);
  const moved = diff?.value.filter(({ changedSince }) => changedSince).length ?? 0;
  const ending = useEndDraft({ id: draft, title: data?.title ?? draft, documentCount: data?.documentCount ?? 0 }, () =>
    setUrl({ draft: null }),
  );
  const [asked, setAsked] = useState(false);
  const publish = () => {
    if (dirty) toasts.show({ tone: "info", title: t("unsavedFirst") });
    else void ending.publish();
  };
  return (
    <>
      <Notice
        icon={FilePen}
        actions={
          <>
            <Button size="small" tone="ghost" asChild>
              <Link href={`/activity/drafts?draft=${encodeURIComponent(draft)}`}>{t("compare")}</Link>
            </Button>
            <Button size="small" tone="ghost" asChild>
              <Link href={consoleHref(owner, draft)}>{t("console")}</Link>
            </Button>
            {mayEdit ? (
              <>
                <Button size="small" tone="ghost" onClick={() => setAsked(true)}>
                  {t("discard")}
                </Button>
                <Button
                  size="small"
                  busy={ending.busy === "publish"}
                  disabled={(data?.documentCount ?? 0) === 0 || moved > 0}
                  onClick={publish}
                >
                  {t("publish")}
                </Button>
              </>
            ) : null}
            <Button size="small" tone="ghost" onClick={() => setUrl({ draft: null })}>
              {t("leave")}
            </Button>
          </>
        }
      >
        <span className="font-strong">{t("name", { title: data?.title ?? draft })}</span>
        {data === undefined ? null : <span className="text-muted"> · {t("count", { count: data.documentCount })}</span>}
      </Notice>
      {moved === 0 ? null : (
        <Notice
          tone="warn"
          actions={
            <Button size="small" asChild>
              <Link href={`/activity/drafts?draft=${encodeURIComponent(draft)}`}>{t("compare")}</Link>
            </Button>
          }
        >
          {drafts("movedText", { count: moved })}
        </Notice>
      )}
      {ending.refused === null ? null : (
        <div className="border-line border-b bg-surface px-4 py-2">
          <FailurePanel error={ending.refused} where={draftPath(draft)} />
        </div>
      )}
      {asked ? ending.confirm(() => setAsked(false)) : null}
    </>
  );
}
