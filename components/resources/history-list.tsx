"use client";

import { History, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Change, ChangeList } from "../data/change";
import { useEndpoint } from "../data/use-endpoint";
import { useMe } from "../shell/me";
import { useSaid } from "../text/use-said";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { RelativeTime } from "../ui/relative-time";
import { ChangeEntries } from "./change-entries";
import { FailurePanel } from "./failure";
import { HistorySkeleton } from "./history-skeleton";
import { useAnnounce } from "./use-announce";

const pageLength = 50;

/** Changes, newest first: who, when, what, and the way back. */
export function HistoryList({
  path,
  document,
  length = pageLength,
  query,
  before,
  empty,
}: {
  path: string;
  /** Narrows what is listed. */
  query?: Readonly<Record<string, string | undefined>>;
  /** Stands at the beginning of each change. */
  before?(change: Change): ReactNode;
  /** What to say instead when there is none. */
  empty?: ReactNode;
  /** The document whose history it is: its name need not be said each time. */
  document?: string;
  length?: number;
}) {
  const t = useTranslations("history");
  const [top, setTop] = useState(length);
  const { data, error, refetch } = useEndpoint<ChangeList>(path, { query: { ...query, $top: top } });
  if (error !== null) return <FailurePanel error={error} where={path} onRetry={() => void refetch()} />;
  if (data === undefined) return <HistorySkeleton />;
  if (data.value.length === 0) {
    return <Card>{empty ?? <EmptyState icon={History} title={t("empty.title")} text={t("empty.text")} />}</Card>;
  }
  return (
    <Card flush>
      <ol className="divide-y divide-line">
        {data.value.map((change) => (
          <ChangeItem key={change.revision} change={change} document={document} before={before?.(change)} />
        ))}
      </ol>
      {data.value.length < top ? null : (
        <div className="border-line border-t p-3">
          <Button onClick={() => setTop(top + pageLength)}>{t("more")}</Button>
        </div>
      )}
    </Card>
  );
}

function ChangeItem({ change, document, before }: { change: Change; document?: string; before?: ReactNode }) {
  const t = useTranslations("history");
  const said = useSaid("said");
  const { mayEdit } = useMe();
  const { undo } = useAnnounce();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <li className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {before}
        <Badge mono>{t("revision", { revision: change.revision })}</Badge>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="min-h-6 min-w-0 break-words rounded-[3px] text-left font-strong hover:text-accent"
        >
          {said(change.title)}
        </button>
        <span className="text-muted">
          {change.actor.name} · <RelativeTime at={change.at} />
        </span>
        {change.origin?.kind === "undo" ? <Badge>{t("undoOf", { revision: change.origin.revision })}</Badge> : null}
        <div className="flex-1" />
        <Button size="small" tone="ghost" onClick={() => setOpen(!open)}>
          {open ? t("hide") : t("show")}
        </Button>
        {mayEdit && change.revision > 1 ? (
          <Button
            size="small"
            busy={busy}
            onClick={async () => {
              setBusy(true);
              await undo(change.revision);
              setBusy(false);
            }}
          >
            <Undo2 size={16} aria-hidden />
            {t("undo")}
          </Button>
        ) : null}
      </div>
      {open ? <ChangeEntries revision={change.revision} entries={change.entries} document={document} /> : null}
    </li>
  );
}
