"use client";

import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Page } from "../resources/page";
import { PageHeader } from "../resources/page-header";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { LinkTabs } from "../ui/link-tabs";

/** The settings' tabs; what only owners may see is neither offered nor asked for. */
export function SettingsFrame({
  lead,
  actions,
  ownersOnly = false,
  children,
}: {
  lead?: string;
  actions?: ReactNode;
  ownersOnly?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("settings");
  const { isOwner } = useMe();
  const allowed = isOwner || !ownersOnly;
  const tabs = [
    ...(isOwner ? [{ href: "/settings/people", text: t("tabs.people") }] : []),
    { href: "/settings/tokens", text: t("tabs.tokens") },
    { href: "/settings/environments", text: t("tabs.environments") },
    { href: "/settings/account", text: t("tabs.account") },
    ...(isOwner ? [{ href: "/settings/audit-trail", text: t("tabs.audit") }] : []),
  ];
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={allowed ? lead : undefined}
        actions={allowed ? actions : undefined}
        tabs={<LinkTabs label={t("tabs.label")} tabs={tabs} />}
      />
      {allowed ? (
        children
      ) : (
        <Card>
          <EmptyState
            icon={ShieldCheck}
            title={t("ownersOnly.title")}
            text={t("ownersOnly.text")}
            actions={
              <Button asChild>
                <Link href="/settings/account">{t("ownersOnly.account")}</Link>
              </Button>
            }
          />
        </Card>
      )}
    </Page>
  );
}
