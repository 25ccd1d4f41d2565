"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button";
import { DraftLine } from "./draft-line";
import { DraftLineSkeleton } from "./draft-line-skeleton";
import { DraftTexts } from "./draft-texts";
import type { DraftOf } from "./use-drafts-of";
import { withDraft } from "./with-draft";

/** Says, where the live version of a document is shown, which drafts change it. */
export const ChangingDrafts = ({ drafts, href }: { drafts: readonly DraftOf[]; href: string }) => (
  <DraftTexts waiting={drafts.map(({ id }) => <DraftLineSkeleton key={id} />)}>
    {drafts.map((draft) => (
      <Changing key={draft.id} draft={draft} href={href} />
    ))}
  </DraftTexts>
);

function Changing({ draft: { id, title, action }, href }: { draft: DraftOf; href: string }) {
  const t = useTranslations("drafts");
  return (
    <DraftLine
      actions={
        <>
          <Button size="small" tone="ghost" asChild>
            <Link href={withDraft("/activity/drafts", id)}>{t("compare")}</Link>
          </Button>
          {action === "delete" ? null : (
            <Button size="small" asChild>
              <Link href={withDraft(href, id)}>{t("showDraft")}</Link>
            </Button>
          )}
        </>
      }
    >
      {t(action === "delete" ? "deletes" : "changes", { title })}
    </DraftLine>
  );
}
