"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { KindPage } from "../resources/kind-page";
import { OverviewLayout } from "../resources/overview-layout";
import { Card } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { Skeleton } from "../ui/skeleton";
import { State } from "../ui/state";
import { ProductApis } from "./product-apis";
import { ProductState } from "./product-state";
import { productView as view } from "./product-view";

const SubscriptionsOf = dynamic(
  () => import("../subscriptions/subscriptions-of").then((module) => module.SubscriptionsOf),
  {
    ssr: false,
    loading: () => <Skeleton className="h-40" />,
  },
);

export const ProductPage = ({ name, tab }: { name: string; tab: string }) => (
  <KindPage
    view={view}
    name={name}
    tab={tab}
    aside={({ resource }) => <ProductState state={resource.properties.state} />}
    overview={(document) => <ProductOverview name={name} document={document} />}
    tabs={{
      apis: () => <ProductApis name={name} />,
      subscriptions: () => <SubscriptionsOf scope={`/products/${name}`} />,
    }}
  />
);

function ProductOverview({ name, document }: { name: string; document: Document }) {
  const t = useTranslations("kinds.products");
  const { description, subscriptionRequired, approvalRequired, subscriptionsLimit, terms } =
    document.resource.properties;
  return (
    <OverviewLayout path={`/products/${name}`} document={document}>
      <Card title={t("overview.title")}>
        <Facts>
          {typeof description === "string" && description !== "" ? (
            <Fact name={t("fields.description.label")}>{description}</Fact>
          ) : null}
          <Fact name={t("overview.access")}>
            {subscriptionRequired === false ? (
              <State tone="warn">{t("overview.open")}</State>
            ) : (
              <State tone="good">{t("overview.keyRequired")}</State>
            )}
          </Fact>
          <Fact name={t("fields.approvalRequired.label")}>
            {t(approvalRequired === true ? "overview.yes" : "overview.no")}
          </Fact>
          <Fact name={t("fields.subscriptionsLimit.label")}>
            {typeof subscriptionsLimit === "number" ? subscriptionsLimit : t("overview.noLimit")}
          </Fact>
          {typeof terms === "string" && terms !== "" ? <Fact name={t("fields.terms.label")}>{terms}</Fact> : null}
        </Facts>
      </Card>
      <ProductApis name={name} />
    </OverviewLayout>
  );
}
