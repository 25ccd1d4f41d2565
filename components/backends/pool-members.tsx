"use client";

import { useTranslations } from "use-intl";
import { lastSegment } from "../data/resource";
import type { Column } from "../table/column";
import { DataTable } from "../table/data-table";

interface Member {
  id: string;
  weight?: number | null;
  priority?: number | null;
}

/** Who takes a pool's requests, and in which order. */
export function PoolMembers({ members }: { members: readonly Member[] }) {
  const t = useTranslations("kinds.backends.pool");
  const columns: Column<Member>[] = [
    { id: "member", label: t("member"), width: "minmax(160px, 1fr)", render: ({ id }) => lastSegment(id) },
    { id: "priority", label: t("priority"), width: "112px", numeric: true, render: ({ priority }) => priority ?? "—" },
    { id: "weight", label: t("weight"), width: "112px", numeric: true, render: ({ weight }) => weight ?? "—" },
  ];
  return (
    <DataTable<Member>
      label={t("title")}
      columns={columns}
      count={members.length}
      at={(row) => members[row]}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/backends/${encodeURIComponent(lastSegment(id))}`}
    />
  );
}
