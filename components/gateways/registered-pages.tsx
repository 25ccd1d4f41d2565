"use client";

import { useTranslations } from "use-intl";
import { CreatePage } from "../resources/create-page";
import { KindPage } from "../resources/kind-page";
import { ResourceTable } from "../resources/resource-list";
import { useMe } from "../shell/me";
import { EmptyState } from "../ui/empty-state";
import { gatewayView as base } from "./gateway-view";
import { ConnectButton, GatewaysFrame } from "./gateways-frame";
import { RegisteredOverview } from "./registered-overview";

function useView() {
  const t = useTranslations("gateways");
  const trail = [
    { text: t("title"), href: "/gateways" },
    { text: t("tabs.registered"), href: base.href },
  ];
  return { ...base, trail };
}

export function RegisteredList() {
  const t = useTranslations("kinds.gateways");
  const { mayEdit } = useMe();
  const teach = (
    <EmptyState
      icon={base.icon}
      title={t("empty.title")}
      text={t("empty.text")}
      actions={mayEdit ? <ConnectButton /> : undefined}
    />
  );
  return (
    <GatewaysFrame>
      <ResourceTable view={base} teach={teach} />
    </GatewaysFrame>
  );
}

export const RegisteredCreate = () => <CreatePage view={useView()} />;

export const RegisteredPage = ({ name, tab }: { name: string; tab: string }) => (
  <KindPage
    view={useView()}
    name={name}
    tab={tab}
    overview={(document) => <RegisteredOverview name={name} document={document} />}
  />
);
