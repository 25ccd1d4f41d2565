"use client";

import { RadioTower } from "lucide-react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "../resources/failure";
import { useMe } from "../shell/me";
import type { Column } from "../table/column";
import { DataTable } from "../table/data-table";
import { EmptyState } from "../ui/empty-state";
import { RelativeTime } from "../ui/relative-time";
import type { GatewayNode } from "./gateway-node";
import { ConnectButton, GatewaysFrame } from "./gateways-frame";
import { LastChanges } from "./last-changes";
import { NodeState } from "./node-state";
import { useNodes } from "./use-nodes";

/** Every gateway and where it is, as it changes. */
export function NodeList() {
  const t = useTranslations("gateways");
  const { mayEdit } = useMe();
  const { nodes, error, refetch } = useNodes();
  const columns = useColumns();
  if (error !== null) {
    return (
      <GatewaysFrame>
        <FailurePanel error={error} where="/nodes" onRetry={() => void refetch()} />
      </GatewaysFrame>
    );
  }
  return (
    <GatewaysFrame>
      <div className="flex flex-col gap-5">
        <DataTable<GatewayNode>
          label={t("nodes")}
          columns={columns}
          count={nodes?.length}
          at={(row) => nodes?.[row]}
          keyOf={(node) => node.name}
          hrefOf={(node) => `/gateways/nodes/${encodeURIComponent(node.name)}`}
          empty={
            <EmptyState
              icon={RadioTower}
              title={t("empty.title")}
              text={t("empty.text")}
              actions={mayEdit ? <ConnectButton /> : undefined}
            />
          }
        />
        {nodes === undefined || nodes.length === 0 ? null : <LastChanges />}
      </div>
    </GatewaysFrame>
  );
}

function useColumns(): Column<GatewayNode>[] {
  const t = useTranslations("gateways");
  const column = (
    id: Parameters<typeof label>[0],
    width: string,
    rest: Omit<Column<GatewayNode>, "id" | "label" | "width">,
  ) => ({
    id,
    label: label(id),
    width,
    ...rest,
  });
  const label = (id: "name" | "state" | "revision" | "lag" | "latency" | "version" | "addresses" | "since" | "seen") =>
    t(`columns.${id}`);
  return [
    column("name", "minmax(140px, 2fr)", { render: ({ name }) => name }),
    column("state", "164px", { render: (node) => <NodeState node={node} /> }),
    column("revision", "100px", { numeric: true, render: ({ revision }) => t("revision", { revision }) }),
    column("lag", "116px", { numeric: true, phone: "hidden", render: ({ lag }) => t("lag", { count: lag }) }),
    column("latency", "136px", {
      numeric: true,
      render: ({ latencyMs }) => (latencyMs === null ? t("unknown") : t("ms", { ms: latencyMs })),
    }),
    column("version", "92px", { phone: "hidden", render: ({ version }) => version }),
    column("addresses", "minmax(140px, 3fr)", {
      phone: "hidden",
      render: ({ addresses }) => <code className="text-xs">{addresses.join(", ")}</code>,
    }),
    column("since", "140px", { phone: "hidden", render: ({ startedAt }) => <RelativeTime at={startedAt} /> }),
    column("seen", "128px", {
      phone: "hidden",
      render: ({ connected, seenAt }) => (connected ? t("now") : <RelativeTime at={seenAt} />),
    }),
  ];
}
