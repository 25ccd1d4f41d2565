"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Page } from "../resources/page";
import { PageHeader } from "../resources/page-header";
import { LinkTabs } from "../ui/link-tabs";

/** The place of what happened, and of what is about to. */
export function ActivityFrame({ lead, children }: { lead?: string; children: ReactNode }) {
  const t = useTranslations("activity");
  const tabs = [
    { href: "/activity", text: t("tabs.log") },
    { href: "/activity/compare", text: t("tabs.compare") },
    { href: "/activity/drafts", text: t("tabs.drafts") },
  ];
  return (
    <Page>
      <PageHeader title={t("title")} lead={lead} tabs={<LinkTabs label={t("tabs.label")} tabs={tabs} />} />
      {children}
    </Page>
  );
}
