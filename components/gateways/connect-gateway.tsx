"use client";

import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Page } from "../resources/page";
import { PageHeader } from "../resources/page-header";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { State } from "../ui/state";
import type { MadeToken } from "./make-token";
import { NewGatewayForm } from "./new-gateway-form";
import { TokenShown } from "./token-shown";
import { useNodes } from "./use-nodes";

/** From nothing to a gateway that serves: name it, start it, see it come in. */
export function ConnectGateway() {
  const t = useTranslations("gateways.connecting");
  const words = useTranslations("gateways");
  const resource = useTranslations("resource");
  const { mayEdit } = useMe();
  const [made, setMade] = useState<(MadeToken & { name: string }) | null>(null);
  return (
    <Page>
      <PageHeader
        crumbs={[{ text: words("title"), href: "/gateways" }, { text: t("title") }]}
        crumbsLabel={resource("breadcrumbs")}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="flex max-w-200 flex-col gap-4">
        <Card title={t("steps.name")}>
          {mayEdit ? (
            <NewGatewayForm done={made !== null} onMade={(name, token) => setMade({ name, ...token })} />
          ) : (
            <p className="text-muted">{t("readOnly")}</p>
          )}
        </Card>
        <Card title={t("steps.start")}>
          {made === null ? (
            <p className="text-muted">{t("first")}</p>
          ) : (
            <div className="flex flex-col gap-3">
              <p>{t("startText")}</p>
              <TokenShown name={made.name} made={made} />
            </div>
          )}
        </Card>
        <Card title={t("steps.wait")}>
          {made === null ? <p className="text-muted">{t("waitingText")}</p> : <Arrival name={made.name} />}
        </Card>
      </div>
    </Page>
  );
}

function Arrival({ name }: { name: string }) {
  const t = useTranslations("gateways.connecting");
  const { nodes } = useNodes();
  const node = nodes?.find((each) => each.name === name && each.connected);
  const line: ReactNode =
    node === undefined ? (
      <span className="flex items-center gap-1.5">
        <LoaderCircle size={14} aria-hidden className="animate-spin text-info" />
        {t("waiting", { name })} <span className="text-muted">{t("waitingText")}</span>
      </span>
    ) : (
      <State tone="good">{t("arrived", { name, revision: node.revision })}</State>
    );
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div role="status">{line}</div>
      {node === undefined ? null : (
        <Button asChild>
          <Link href={`/gateways/nodes/${encodeURIComponent(name)}`}>{t("open", { name })}</Link>
        </Button>
      )}
    </div>
  );
}
