"use client";

import { useTranslations } from "use-intl";
import { ResourceTable } from "../resources/resource-list";
import { useMe } from "../shell/me";
import { EmptyState } from "../ui/empty-state";
import { gatewayView as view } from "./gateway-view";
import { ConnectButton, GatewaysFrame } from "./gateways-frame";

export function RegisteredList() {
  const t = useTranslations("kinds.gateways");
  const { mayEdit } = useMe();
  const teach = (
    <EmptyState
      icon={view.icon}
      title={t("empty.title")}
      text={t("empty.text")}
      actions={mayEdit ? <ConnectButton /> : undefined}
    />
  );
  return (
    <GatewaysFrame>
      <ResourceTable view={view} teach={teach} />
    </GatewaysFrame>
  );
}
