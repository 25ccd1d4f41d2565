"use client";

import { ReceiptText } from "lucide-react";
import { useTranslations } from "use-intl";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import type { Column } from "../table/column";
import { DataTable } from "../table/data-table";
import { EmptyState } from "../ui/empty-state";
import { RelativeTime } from "../ui/relative-time";
import { State } from "../ui/state";
import type { Receipt } from "./gateway-node";
import { RevisionLink } from "./revision-link";

const shown = 100;

/** What a node answered to the last changes. */
export function NodeReceipts({ node }: { node: string }) {
  const t = useTranslations("gateways.receipts");
  const words = useTranslations("gateways");
  const { data, error, refetch } = useEndpoint<{ value: Receipt[] }>("/receipts", { query: { node, $top: shown } });
  if (error !== null) return <FailurePanel error={error} where="/receipts" onRetry={() => void refetch()} />;
  const columns: Column<Receipt>[] = [
    {
      id: "revision",
      label: t("revision"),
      width: "112px",
      render: ({ revision }) => <RevisionLink revision={revision} />,
    },
    {
      id: "result",
      label: t("result"),
      width: "minmax(160px, 3fr)",
      render: ({ refused }) =>
        refused === null ? (
          <State tone="good">{t("applied")}</State>
        ) : (
          <State tone="bad">{t("refused", { reason: refused })}</State>
        ),
    },
    {
      id: "latency",
      label: t("latency"),
      width: "148px",
      numeric: true,
      render: ({ latencyMs }) => words("ms", { ms: latencyMs }),
    },
    {
      id: "duration",
      label: t("duration"),
      width: "112px",
      numeric: true,
      phone: "hidden",
      render: ({ durationMs }) => words("ms", { ms: durationMs }),
    },
    { id: "at", label: t("at"), width: "minmax(132px, 1fr)", render: ({ at }) => <RelativeTime at={at} /> },
  ];
  return (
    <section aria-labelledby="receipts-title">
      <h2 id="receipts-title" className="text-base">
        {t("title")}
      </h2>
      <p className="mb-2 text-muted">{t("lead")}</p>
      <DataTable<Receipt>
        label={t("title")}
        columns={columns}
        count={data?.value.length}
        at={(row) => data?.value[row]}
        keyOf={({ revision, at }) => `${revision} ${at}`}
        empty={<EmptyState icon={ReceiptText} title={t("empty.title")} text={t("empty.text")} />}
      />
    </section>
  );
}
