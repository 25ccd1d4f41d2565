"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { type Draft, draftPath } from "../activity/draft";
import { useEndpoint } from "../data/use-endpoint";
import { Button } from "../ui/button";
import { DraftLine } from "./draft-line";
import { DraftLineSkeleton } from "./draft-line-skeleton";
import { DraftTexts } from "./draft-texts";
import { type DraftOf, useDraftsOf } from "./use-drafts-of";
import { withDraft } from "./with-draft";

interface Place {
  draft: string;
  /** The document's; null while it is being made. */
  path: string | null;
  /** Its page, without the draft. */
  live: string;
  /** Where to go when it is live nowhere. */
  list: string;
}

/** Says in which draft one works, what that does to the document, and leads out of it. */
export const WorkingDraft = (place: Place) => (
  <DraftTexts waiting={<DraftLineSkeleton />}>
    {place.path === null ? <Line {...place} own={null} /> : <OfDocument {...place} path={place.path} />}
  </DraftTexts>
);

function OfDocument({ path, ...place }: Place & { path: string }) {
  const drafts = useDraftsOf(path);
  if (drafts === undefined) return <DraftLineSkeleton />;
  return <Line {...place} path={path} own={drafts.find(({ id }) => id === place.draft)} />;
}

function Line({ draft, path, live, list, own }: Place & { own: DraftOf | null | undefined }) {
  const t = useTranslations("drafts");
  const { data } = useEndpoint<Draft>(draftPath(draft));
  const does = own === null ? "creating" : own === undefined ? "untouched" : own.action;
  return (
    <>
      <DraftLine
        actions={
          <>
            {path?.startsWith("/apis/") ? (
              <Button size="small" tone="ghost" asChild>
                <Link href={withDraft(consoleOf(path), draft)}>{t("console")}</Link>
              </Button>
            ) : null}
            <Button size="small" tone="ghost" asChild>
              <Link href={withDraft("/activity/drafts", draft)}>{t("compare")}</Link>
            </Button>
            <Button size="small" asChild>
              {does === "create" ? (
                <Link href={list}>{t("leave")}</Link>
              ) : (
                <Link href={live}>{t(does === "creating" ? "leave" : "showLive")}</Link>
              )}
            </Button>
          </>
        }
      >
        <span className="font-strong">{t("name", { title: data?.title ?? draft })}</span>
        <span className="text-muted"> · {t(`does.${does}`)}</span>
      </DraftLine>
      {own?.changedSince === true ? (
        <DraftLine
          tone="warn"
          actions={
            <Button size="small" asChild>
              <Link href={withDraft("/activity/drafts", draft)}>{t("settle")}</Link>
            </Button>
          }
        >
          {t("moved")}
        </DraftLine>
      ) : null}
    </>
  );
}

/** "/apis/orders/operations/get": the console at that operation. */
function consoleOf(path: string): string {
  const [, , api = "", , operation] = path.split("/");
  const search = new URLSearchParams({ api, ...(operation === undefined ? {} : { operation }) });
  return `/console?${search}`;
}
