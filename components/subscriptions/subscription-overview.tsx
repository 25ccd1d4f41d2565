"use client";

import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { OverviewLayout } from "../resources/overview-layout";
import { Card } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { RelativeTime } from "../ui/relative-time";
import { KeyRow } from "./key-row";
import { SubscriptionScope } from "./subscription-scope";
import { SubscriptionState } from "./subscription-state";

export function SubscriptionOverview({ path, document }: { path: string; document: Document }) {
  const t = useTranslations("kinds.subscriptions");
  const { scope, state, stateComment, createdDate, expirationDate } = document.resource.properties;
  return (
    <OverviewLayout path={path} document={document} used={false}>
      <Card title={t("overview.keys")} flush>
        <div className="divide-y divide-line">
          <KeyRow path={path} which="primaryKey" />
          <KeyRow path={path} which="secondaryKey" />
        </div>
      </Card>
      <Card title={t("overview.title")}>
        <Facts>
          <Fact name={t("fields.scope.label")}>
            <SubscriptionScope scope={String(scope ?? "")} linked />
          </Fact>
          <Fact name={t("fields.state.label")}>
            <SubscriptionState state={state} />
          </Fact>
          {typeof stateComment === "string" && stateComment !== "" ? (
            <Fact name={t("fields.stateComment.label")}>{stateComment}</Fact>
          ) : null}
          {typeof createdDate === "string" ? (
            <Fact name={t("columns.created")}>
              <RelativeTime at={createdDate} />
            </Fact>
          ) : null}
          {typeof expirationDate === "string" ? (
            <Fact name={t("fields.expirationDate.label")}>
              <RelativeTime at={expirationDate} />
            </Fact>
          ) : null}
        </Facts>
      </Card>
    </OverviewLayout>
  );
}
