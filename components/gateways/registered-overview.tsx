"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { useFailureToast } from "../resources/failure";
import { OverviewLayout } from "../resources/overview-layout";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { TextLink } from "../ui/text-link";
import { GatewayKeys } from "./gateway-keys";
import { locationOf } from "./gateway-view";
import { LifetimeSelect } from "./lifetime-select";
import { type KeyName, type MadeToken, makeToken } from "./make-token";
import { RegisteredNode } from "./registered-node";
import { TokenShown } from "./token-shown";
import { useNodes } from "./use-nodes";

/** A registered gateway: what it is, its keys, and tokens made with them. */
export function RegisteredOverview({ name, document }: { name: string; document: Document }) {
  const t = useTranslations("gateways.overview");
  const { mayEdit } = useMe();
  const { nodes } = useNodes();
  const node = nodes?.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const { description } = document.resource.properties;
  const none = <span className="text-muted">{t("none")}</span>;
  return (
    <OverviewLayout path={`/gateways/${name}`} document={document} used={false}>
      <Card title={t("title")}>
        <Facts>
          <Fact name={t("node")}>
            {node === undefined ? (
              <span className="text-muted">{t("noNode")}</span>
            ) : (
              <TextLink href={`/gateways/nodes/${encodeURIComponent(node.name)}`}>
                <RegisteredNode name={name} />
              </TextLink>
            )}
          </Fact>
          <Fact name={t("description")}>{typeof description === "string" ? description : none}</Fact>
          <Fact name={t("location")}>{locationOf(document.resource) || none}</Fact>
        </Facts>
      </Card>
      {mayEdit ? (
        <>
          <TokenMaker name={document.resource.name} />
          <GatewayKeys name={document.resource.name} />
        </>
      ) : null}
    </OverviewLayout>
  );
}

function TokenMaker({ name }: { name: string }) {
  const t = useTranslations("gateways.token");
  const fail = useFailureToast();
  const [days, setDays] = useState(30);
  const [key, setKey] = useState<KeyName>("primary");
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<MadeToken | null>(null);
  async function make() {
    setBusy(true);
    await makeToken(name, days, key).then(setMade, fail);
    setBusy(false);
  }
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t("lead")}</p>
        {made === null ? (
          <div className="flex flex-wrap items-end gap-3">
            <LifetimeSelect days={days} onDays={setDays} />
            <Field id="token-key" label={t("key")} className="w-44">
              <Select
                id="token-key"
                value={key}
                options={(["primary", "secondary"] as const).map((value) => ({ value, label: t(`keys.${value}`) }))}
                onChange={(event) => setKey(event.target.value === "secondary" ? "secondary" : "primary")}
              />
            </Field>
            <Button busy={busy} onClick={() => void make()}>
              {t("make")}
            </Button>
          </div>
        ) : (
          <TokenShown name={name} made={made} onDone={() => setMade(null)} />
        )}
      </div>
    </Card>
  );
}
