"use client";

import { useTranslations } from "use-intl";
import type { ChangeList } from "../data/change";
import { useEndpoint } from "../data/use-endpoint";
import { useSaid } from "../text/use-said";
import { Card } from "../ui/card";
import { RelativeTime } from "../ui/relative-time";
import { Skeleton } from "../ui/skeleton";
import { State } from "../ui/state";
import { TextLink } from "../ui/text-link";
import type { Receipt } from "./gateway-node";
import { RevisionLink } from "./revision-link";

const changesShown = 8;
const receiptsRead = 400;

/** The last changes, each with what every gateway answered, in milliseconds. */
export function LastChanges() {
  const t = useTranslations("gateways.changes");
  const said = useSaid("said");
  const { data: changes } = useEndpoint<ChangeList>("/changes", { query: { $top: changesShown } });
  const { data: receipts } = useEndpoint<{ value: Receipt[] }>("/receipts", { query: { $top: receiptsRead } });
  return (
    <Card title={t("title")} flush actions={<TextLink href="/activity">{t("more")}</TextLink>}>
      {changes === undefined || receipts === undefined ? (
        <div className="p-4">
          <Skeleton className="h-4 w-1/2" />
        </div>
      ) : changes.value.length === 0 ? (
        <p className="px-4 py-3 text-muted">{t("none")}</p>
      ) : (
        <ol className="divide-y divide-line">
          {changes.value.map(({ revision, title, at }) => (
            <li key={revision} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
              <RevisionLink revision={revision} />
              <span className="min-w-0 break-words">{said(title)}</span>
              <span className="text-muted">
                <RelativeTime at={at} />
              </span>
              <span className="flex flex-1 flex-wrap justify-end gap-x-4 tabular-nums max-sm:basis-full max-sm:justify-start">
                <Answers receipts={receipts.value.filter((receipt) => receipt.revision === revision)} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** Newest first: a node that came back answers once more, and its first answer is the one that counts. */
function Answers({ receipts }: { receipts: readonly Receipt[] }) {
  const t = useTranslations("gateways.changes");
  const byNode = new Map(receipts.map((receipt) => [receipt.node, receipt]));
  if (byNode.size === 0) return <span className="text-faint">{t("noReceipt")}</span>;
  const byName = [...byNode.values()].sort((a, b) => a.node.localeCompare(b.node));
  return byName.map(({ node, latencyMs, refused }) =>
    refused === null ? (
      <span key={node} className="text-muted">
        {t("live", { node, ms: latencyMs })}
      </span>
    ) : (
      <State key={node} tone="bad">
        {t("refused", { node })}
      </State>
    ),
  );
}
