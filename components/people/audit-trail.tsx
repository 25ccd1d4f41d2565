"use client";

import { ChevronRight, ScrollText } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import { useMe } from "../shell/me";
import type { Column } from "../table/column";
import { DataTable } from "../table/data-table";
import { useLooseText } from "../text/use-loose-text";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { RelativeTime } from "../ui/relative-time";
import { SettingsFrame } from "./settings-frame";

interface AuditRow {
  at: string;
  actor: { kind: "user" | "token" | "system"; id: string; name: string };
  action: string;
  subject: string;
  address: string | null;
}

const pageLength = 50;

/** What people did beyond configuring, a page at a time. The page is in the address. */
export function AuditTrail() {
  const t = useTranslations("settings.audit");
  const { isOwner } = useMe();
  const before = useSearchParams().get("before") ?? undefined;
  const { data, error, refetch } = useEndpoint<{ value: AuditRow[]; nextLink: string | null }>("/auditTrail", {
    query: { $top: pageLength, before },
    enabled: isOwner,
  });
  const columns = useColumns();
  const rows = data?.value;
  const next = data?.nextLink ? new URL(data.nextLink, window.location.origin).searchParams.get("before") : null;
  return (
    <SettingsFrame ownersOnly lead={t("lead")}>
      {error !== null ? (
        <FailurePanel error={error} where="/auditTrail" onRetry={() => void refetch()} />
      ) : (
        <>
          <DataTable<AuditRow>
            key={before}
            label={t("label")}
            columns={columns}
            count={rows?.length}
            at={(row) => rows?.[row]}
            keyOf={({ at, action, subject }) => `${at} ${action} ${subject}`}
            empty={<EmptyState icon={ScrollText} title={t("empty.title")} text={t("empty.text")} />}
          />
          <nav aria-label={t("label")} className="mt-3 flex justify-end gap-2">
            {before === undefined ? null : (
              <Button asChild>
                <Link href="/settings/audit-trail">{t("newest")}</Link>
              </Button>
            )}
            {next === null ? null : (
              <Button asChild>
                <Link href={`/settings/audit-trail?before=${encodeURIComponent(next)}`}>
                  {t("older")}
                  <ChevronRight size={16} aria-hidden />
                </Link>
              </Button>
            )}
          </nav>
        </>
      )}
    </SettingsFrame>
  );
}

function useColumns(): Column<AuditRow>[] {
  const t = useTranslations("settings.audit");
  const text = useLooseText();
  const nameOf = (actor: AuditRow["actor"]) =>
    actor.id === "anonymous" ? t("anonymous") : actor.kind === "system" ? t("system") : actor.name;
  const wordsFor = (action: string) => {
    const key = `settings.audit.actions.${action}`;
    return text.has(key) ? text(key) : action;
  };
  return [
    {
      id: "action",
      label: t("columns.action"),
      width: "minmax(180px, 2fr)",
      render: ({ action }) => <span className="font-strong">{wordsFor(action)}</span>,
    },
    { id: "actor", label: t("columns.actor"), width: "minmax(140px, 2fr)", render: ({ actor }) => nameOf(actor) },
    { id: "subject", label: t("columns.subject"), width: "minmax(200px, 3fr)", render: ({ subject }) => subject },
    {
      id: "address",
      label: t("columns.address"),
      width: "140px",
      phone: "hidden",
      render: ({ address }) => <code className="text-xs">{address ?? t("unknownAddress")}</code>,
    },
    { id: "at", label: t("columns.at"), width: "140px", render: ({ at }) => <RelativeTime at={at} /> },
  ];
}
