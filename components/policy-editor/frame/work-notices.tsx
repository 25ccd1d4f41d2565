"use client";

import { useTranslations } from "use-intl";
import { Button } from "../../ui/button";
import { RelativeTime } from "../../ui/relative-time";
import type { PolicyTarget } from "../editing";
import { Notice } from "./notice";
import type { Work } from "./use-work";

/** What is to be known about the document on the desk before it is worked on. */
export function WorkNotices({
  target,
  work,
  readOnly,
  onReview,
  onDiscard,
}: {
  target: PolicyTarget;
  work: Work;
  readOnly: boolean;
  onReview(): void;
  onDiscard(): void;
}) {
  const t = useTranslations("editor");
  if (readOnly) return <Notice>{t("notice.readOnly")}</Notice>;
  const { restoredAt } = work;
  return (
    <>
      {work.moved ? (
        <Notice
          tone="warn"
          actions={
            <Button size="small" onClick={onReview}>
              {t("notice.join")}
            </Button>
          }
        >
          {t("notice.newer")}
        </Notice>
      ) : null}
      {restoredAt !== null ? (
        <Notice
          actions={
            <Button size="small" onClick={onDiscard}>
              {t("discard")}
            </Button>
          }
        >
          {t.rich("notice.restored", { when: () => <RelativeTime at={restoredAt} /> })}
        </Notice>
      ) : work.base === null && !work.dirty ? (
        <Notice>{t(target.standing.scope === "global" ? "notice.noneAnywhere" : "notice.none")}</Notice>
      ) : null}
    </>
  );
}
