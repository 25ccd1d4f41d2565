"use client";

import { FilePen } from "lucide-react";
import { useTranslations } from "use-intl";
import { armUrl } from "../data/arm-client";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import { Card } from "../ui/card";
import { CodeBlock } from "../ui/code-block";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { ActivityFrame } from "./activity-frame";
import type { Draft } from "./draft";
import { DraftItem } from "./draft-item";

/** What is prepared: to be compared with what is live, published as one change, or discarded. */
export function DraftList() {
  const t = useTranslations("activity.drafts");
  const { data, error, refetch } = useEndpoint<{ value: Draft[] }>("/drafts");
  return (
    <ActivityFrame lead={t("lead")}>
      {error !== null ? (
        <FailurePanel error={error} where="/drafts" onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Card>
          <Skeleton className="h-4 w-1/3" />
        </Card>
      ) : data.value.length === 0 ? (
        <Card>
          <EmptyState icon={FilePen} title={t("empty.title")} text={t("empty.text")} />
          <div className="mx-auto max-w-180">
            <CodeBlock code={example()} label={t("empty.label")} wrap />
          </div>
        </Card>
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {data.value.map((draft) => (
              <DraftItem key={draft.id} draft={draft} />
            ))}
          </ul>
        </Card>
      )}
    </ActivityFrame>
  );
}

function example(): string {
  const url = (path: string, query?: Record<string, string>) => `"${window.location.origin}${armUrl(path, query)}"`;
  const token = '-H "Authorization: Bearer $GATEHOUSE_MANAGEMENT_TOKEN" -H "Content-Type: application/json"';
  return [
    `curl -X PUT ${token} \\\n  -d '{"title": "Move orders"}' \\\n  ${url("/drafts/move-orders")}`,
    `curl -X PUT ${token} \\\n  -d '{"properties": {"url": "https://orders.example", "protocol": "http"}}' \\\n  ${url("/backends/orders", { draft: "move-orders" })}`,
  ].join("\n\n");
}
