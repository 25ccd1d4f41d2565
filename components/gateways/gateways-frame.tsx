"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Page } from "../resources/page";
import { PageHeader } from "../resources/page-header";
import { useMe } from "../shell/me";
import { useActions } from "../shell/use-actions";
import { Button } from "../ui/button";
import { LinkTabs } from "../ui/link-tabs";

/** The place of the gateways: those that are there, and what lets others in. */
export function GatewaysFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("gateways");
  const router = useRouter();
  const { mayEdit } = useMe();
  const connect = () => router.push("/gateways/connect");
  useActions(
    mayEdit
      ? [{ id: "connect-gateway", group: "create", label: t("connect"), icon: Plus, shortcut: "c", run: connect }]
      : [],
  );
  const tabs = [
    { href: "/gateways", text: t("tabs.nodes") },
    { href: "/gateways/registered", text: t("tabs.registered") },
  ];
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={mayEdit ? <ConnectButton /> : undefined}
        tabs={<LinkTabs label={t("tabs.label")} tabs={tabs} />}
      />
      {children}
    </Page>
  );
}

export function ConnectButton() {
  const t = useTranslations("gateways");
  return (
    <Button tone="primary" asChild>
      <Link href="/gateways/connect">
        <Plus size={16} aria-hidden />
        {t("connect")}
      </Link>
    </Button>
  );
}
