"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { ChangeList } from "../data/change";
import type { Document } from "../data/use-document";
import { useEndpoint } from "../data/use-endpoint";
import { Card } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { Fact, Facts } from "../ui/facts";
import { RelativeTime } from "../ui/relative-time";
import { Skeleton } from "../ui/skeleton";
import { UsedBy } from "./used-by";

/** What a document is on the left; who uses it and who changed it last on the right. */
export function OverviewLayout({
  path,
  document,
  used = true,
  children,
}: {
  path: string;
  document: Document;
  /** False for kinds that nothing can refer to. */
  used?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
      <div className="flex min-w-0 flex-col gap-4">
        {used ? <UsedBy path={path} /> : null}
        <LastChange path={path} document={document} />
      </div>
    </div>
  );
}

function LastChange({ path, document }: { path: string; document: Document }) {
  const t = useTranslations("resource.details");
  const { data } = useEndpoint<ChangeList>(`${path}/history`, { query: { $top: 1 } });
  const last = data?.value[0];
  return (
    <Card title={t("title")}>
      <Facts>
        <Fact name={t("changed")}>
          {last === undefined ? <Skeleton className="h-4 w-24" /> : <RelativeTime at={last.at} />}
        </Fact>
        <Fact name={t("by")}>{last?.actor.name ?? <Skeleton className="h-4 w-24" />}</Fact>
        <Fact name={t("revision")}>
          <span className="tabular-nums">{document.revision ?? last?.revision ?? ""}</span>
        </Fact>
        <Fact name={t("id")}>
          <span className="flex min-w-0 items-center gap-1">
            <code className="min-w-0 truncate text-xs">{path}</code>
            <CopyButton text={document.resource.id} label={t("copyId")} />
          </span>
        </Fact>
      </Facts>
    </Card>
  );
}
