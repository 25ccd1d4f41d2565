"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { useDocument } from "../data/use-document";
import { DraftLineSkeleton } from "../drafts/draft-line-skeleton";
import { withDraft } from "../drafts/with-draft";
import { useMe } from "../shell/me";
import { useActions } from "../shell/use-actions";
import { useLooseText } from "../text/use-loose-text";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { LinkTabs } from "../ui/link-tabs";
import { Skeleton } from "../ui/skeleton";
import { FailurePanel } from "./failure";
import { hrefOf, isDrafted, type KindView, pathOf } from "./kind-view";
import { Page } from "./page";
import { PageHeader } from "./page-header";
import { ResourceMenu } from "./resource-menu";
import { WideHeader } from "./wide-header";

const WorkingDraft = dynamic(() => import("../drafts/working-draft").then((module) => module.WorkingDraft), {
  ssr: false,
  loading: DraftLineSkeleton,
});
const DraftAbsent = dynamic(() => import("../drafts/draft-absent").then((module) => module.DraftAbsent), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

/** The page of one document: what it is, what can be done with it, and its tabs, which are addresses. */
export function ResourceFrame({
  view,
  name,
  draft = null,
  aside,
  actions,
  wide = false,
  onNearPolicy,
  children,
}: {
  view: KindView;
  name: string;
  /** The draft in which it is read and written. */
  draft?: string | null;
  /** The tab uses all the room there is, and says itself what can be done. */
  wide?: boolean;
  /** Called when somebody is about to open the policy. */
  onNearPolicy?(): void;
  aside?(document: Document): ReactNode;
  /** Stand before Edit. */
  actions?(document: Document): ReactNode;
  children(document: Document): ReactNode;
}) {
  const t = useTranslations("resource");
  const text = useLooseText();
  const names = useTranslations("navigation.items");
  const router = useRouter();
  const pathname = usePathname();
  const { mayEdit } = useMe();
  const path = pathOf(view, name);
  const href = hrefOf(view, name);
  const { data, error, refetch } = useDocument(path, { draft });
  const title = data === undefined ? name : view.titleOf(data.resource);
  const editing = pathname === `${href}/settings`;
  useActions([
    ...(mayEdit
      ? [
          {
            id: "edit",
            group: "page" as const,
            label: t("edit"),
            icon: Pencil,
            shortcut: "e",
            run: () => router.push(withDraft(`${href}/settings`, draft)),
          },
        ]
      : []),
  ]);
  const tabs = [
    { id: "overview", href, text: t("tabs.overview") },
    ...(view.tabs ?? []).map(({ id, href: at }) => ({
      ...{ id, href: `${href}${at}` },
      text: text(`kinds.${view.texts}.tabs.${id}`),
    })),
    { id: "settings", href: `${href}/settings`, text: t("tabs.settings") },
    { id: "history", href: `${href}/history`, text: t("tabs.history") },
  ]
    .filter(({ id }) => draft === null || isDrafted(id))
    .map((tab) => ({
      ...{ ...tab, query: withDraft("", draft) },
      onNear: tab.id === "policy" ? onNearPolicy : undefined,
    }));
  const crumbs = [...(view.trail ?? [{ text: names(view.section), href: view.href }]), { text: title }];
  const content =
    data !== undefined ? (
      children(data)
    ) : error === null ? (
      <LoadingPage />
    ) : error.isAbsent && draft !== null ? (
      <Card>
        <DraftAbsent draft={draft} view={view} name={name} />
      </Card>
    ) : error.isAbsent ? (
      <Card>
        <EmptyState
          icon={view.icon}
          title={t("absent.title", { name })}
          text={t("absent.text")}
          actions={
            <>
              <Button asChild>
                <Link href={view.href}>{text(`kinds.${view.texts}.many`)}</Link>
              </Button>
              <Button asChild>
                <Link href="/activity">{t("absent.activity")}</Link>
              </Button>
            </>
          }
        />
      </Card>
    ) : (
      <FailurePanel error={error} where={path} onRetry={() => void refetch()} />
    );
  if (wide) {
    return (
      <Page wide>
        <WideHeader
          crumbs={crumbs.slice(0, -1)}
          crumbsLabel={t("breadcrumbs")}
          title={title}
          aside={data === undefined ? undefined : aside?.(data)}
          tabs={<LinkTabs label={t("tabs.label")} tabs={tabs} />}
        />
        {data === undefined ? <div className="p-4">{content}</div> : content}
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        crumbs={crumbs}
        crumbsLabel={t("breadcrumbs")}
        title={title}
        aside={data === undefined ? undefined : aside?.(data)}
        actions={
          data === undefined ? undefined : (
            <>
              {actions?.(data)}
              {mayEdit && !editing ? (
                <Button asChild>
                  <Link href={`${href}/settings`}>
                    <Pencil size={16} aria-hidden />
                    {t("edit")}
                  </Link>
                </Button>
              ) : null}
              <ResourceMenu view={view} name={name} document={data} draft={draft} />
            </>
          )
        }
        tabs={<LinkTabs label={t("tabs.label")} tabs={tabs} />}
      />
      {draft === null || data === undefined ? null : (
        <WorkingDraft draft={draft} path={path} live={pathname} list={view.href} />
      )}
      {content}
    </Page>
  );
}

const LoadingPage = () => (
  <Card>
    <div className="flex flex-col gap-4 py-1" aria-busy>
      <Skeleton className="h-4 w-1/3" />
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-4 w-2/5" />
    </div>
  </Card>
);
