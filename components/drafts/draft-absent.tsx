"use client";

import { FilePen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { type Draft, draftPath } from "../activity/draft";
import { useEndpoint } from "../data/use-endpoint";
import { hrefOf, type KindView, pathOf } from "../resources/kind-view";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { DraftTexts } from "./draft-texts";
import { useDraftsOf } from "./use-drafts-of";
import { withDraft } from "./with-draft";

interface Asked {
  draft: string;
  view: KindView;
  name: string;
}

const Waiting = () => <Skeleton className="h-40" />;

/** Why a draft has no such document: it deletes it, it never had it, or the draft itself has ended. */
export const DraftAbsent = (asked: Asked) => (
  <DraftTexts waiting={<Waiting />}>
    <Absent {...asked} />
  </DraftTexts>
);

function Absent({ draft, view, name }: Asked) {
  const t = useTranslations("drafts.absent");
  const common = useTranslations("drafts");
  const drafts = useDraftsOf(pathOf(view, name));
  const { data, error } = useEndpoint<Draft>(draftPath(draft));
  if (drafts === undefined || (data === undefined && error === null)) return <Waiting />;
  const deletes = drafts.some(({ id, action }) => id === draft && action === "delete");
  const title = data?.title ?? draft;
  return (
    <EmptyState
      icon={FilePen}
      title={error !== null ? t("ended") : t(deletes ? "deleted" : "never", { title, name })}
      text={error !== null ? t("endedText") : t(deletes ? "deletedText" : "neverText")}
      actions={
        <>
          <Button asChild>
            <Link href={`${hrefOf(view, name)}/settings`}>{common("showLive")}</Link>
          </Button>
          {error !== null ? null : (
            <Button asChild>
              <Link href={withDraft("/activity/drafts", draft)}>{common("compare")}</Link>
            </Button>
          )}
        </>
      }
    />
  );
}
