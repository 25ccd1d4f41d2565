"use client";

import { GitCompare } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Change, ChangeEntry } from "../data/change";
import { useEndpoint } from "../data/use-endpoint";
import { EntryList } from "../resources/change-entries";
import { FailurePanel } from "../resources/failure";
import { useSaid } from "../text/use-said";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { RelativeTime } from "../ui/relative-time";
import { Skeleton } from "../ui/skeleton";
import { ActivityFrame } from "./activity-frame";
import { CompareForm } from "./compare-form";
import { type Comparison, comparisonHref, readComparison } from "./comparison";

interface Difference {
  value: ChangeEntry[];
  count: number;
}

const pageLength = 50;

/** Two revisions, chosen in the address, and what they differ in. */
export function CompareRevisions() {
  const t = useTranslations("activity.compare");
  const comparison = readComparison(useSearchParams());
  return (
    <ActivityFrame lead={t("lead")}>
      <div className="flex flex-col gap-4">
        <CompareForm key={`form ${comparisonHref(comparison)}`} comparison={comparison} />
        {comparison.from === null ? (
          <Card>
            <EmptyState icon={GitCompare} title={t("empty.title")} text={t("empty.text")} />
          </Card>
        ) : (
          <Differences key={`of ${comparisonHref(comparison)}`} comparison={comparison} from={comparison.from} />
        )}
      </div>
    </ActivityFrame>
  );
}

function Differences({ comparison, from }: { comparison: Comparison; from: number }) {
  const t = useTranslations("activity.compare");
  const [top, setTop] = useState(pageLength);
  const { to, document, below } = comparison;
  const { data, error, refetch } = useEndpoint<Difference>("/diff", {
    query: {
      from,
      to: to ?? undefined,
      id: document ?? undefined,
      below: document === null ? undefined : String(below),
      $top: top,
    },
  });
  if (error !== null) return <FailurePanel error={error} where="/diff" onRetry={() => void refetch()} />;
  return (
    <Card
      title={
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 py-1.5">
          {data === undefined ? <Skeleton className="h-4 w-40" /> : t("count", { count: data.count })}
        </span>
      }
    >
      <div className="mb-4 flex flex-col gap-1">
        <End revision={from} />
        {to === null ? <p className="text-muted">{t("now")}</p> : <End revision={to} />}
      </div>
      {data === undefined ? <Skeleton className="h-24" /> : <EntryList entries={data.value} />}
      {data === undefined || data.value.length >= data.count ? null : (
        <Button className="mt-4" onClick={() => setTop(top + pageLength)}>
          {t("more")}
        </Button>
      )}
    </Card>
  );
}

/** One end of the comparison: what was done last then, by whom and when. */
function End({ revision }: { revision: number }) {
  const t = useTranslations("activity.compare");
  const said = useSaid("said");
  const { data } = useEndpoint<Change>(`/changes/${revision}`, { query: { $top: 1 }, enabled: revision > 0 });
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted">
      <Badge mono>{t("revision", { revision })}</Badge>
      {revision === 0 ? t("beginning") : null}
      {data === undefined || revision === 0 ? null : (
        <span>
          {said(data.title)} · {data.actor.name} · <RelativeTime at={data.at} />
        </span>
      )}
    </p>
  );
}
