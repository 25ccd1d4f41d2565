"use client";

import { FilePen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { DraftOf } from "../../drafts/use-drafts-of";
import { withDraft } from "../../drafts/with-draft";
import { Button } from "../../ui/button";
import { policyHref } from "../chain/policy-href";
import { Notice } from "../frame/notice";

/** Says, where the live policy is edited, which drafts change it. */
export function ChangingDraftsNotice({ drafts, owner }: { drafts: readonly DraftOf[]; owner: string }) {
  const t = useTranslations("drafts");
  return drafts.map(({ id, title, action }) => (
    <Notice
      key={id}
      icon={FilePen}
      actions={
        <>
          <Button size="small" tone="ghost" asChild>
            <Link href={withDraft("/activity/drafts", id)}>{t("compare")}</Link>
          </Button>
          <Button size="small" tone="ghost" asChild>
            <Link href={policyHref(owner, { draft: id })}>{t("showDraft")}</Link>
          </Button>
        </>
      }
    >
      {t(action === "delete" ? "deletes" : "changes", { title })}
    </Notice>
  ));
}
