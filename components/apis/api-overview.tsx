"use client";

import { useTranslations } from "use-intl";
import { useFirstOf } from "../data/use-collection";
import type { Document } from "../data/use-document";
import { OverviewLayout } from "../resources/overview-layout";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { State } from "../ui/state";
import { TextLink } from "../ui/text-link";
import { ApiRevisions } from "./api-revisions";
import { GatewayAddress } from "./gateway-address";

export function ApiOverview({ name, document }: { name: string; document: Document }) {
  const t = useTranslations("kinds.apis.overview");
  const { properties } = document.resource;
  const { path, serviceUrl, description, subscriptionRequired, protocols } = properties;
  const operations = useFirstOf(`/apis/${name}/operations`, { top: 1 });
  const products = useFirstOf(`/apis/${name}/products`);
  return (
    <OverviewLayout path={`/apis/${name}`} document={document}>
      <Card title={t("title")}>
        <Facts>
          <Fact name={t("address")}>
            <GatewayAddress path={String(path ?? "")} />
          </Fact>
          <Fact name={t("serviceUrl")}>
            {typeof serviceUrl === "string" && serviceUrl !== "" ? (
              <code className="break-all text-xs">{serviceUrl}</code>
            ) : (
              <span className="text-muted">{t("noServiceUrl")}</span>
            )}
          </Fact>
          {typeof description === "string" && description !== "" ? (
            <Fact name={t("description")}>{description}</Fact>
          ) : null}
          <Fact name={t("protocols")}>
            {Array.isArray(protocols) ? protocols.map((each) => String(each).toUpperCase()).join(", ") : ""}
          </Fact>
          <Fact name={t("access")}>
            {subscriptionRequired === false ? (
              <State tone="warn">{t("open")}</State>
            ) : (
              <State tone="good">{t("keyRequired")}</State>
            )}
          </Fact>
          <Fact name={t("operations")}>
            <TextLink href={`/apis/${encodeURIComponent(name)}/operations`}>
              {t("operationCount", { count: operations.data?.count ?? 0 })}
            </TextLink>
          </Fact>
        </Facts>
      </Card>
      <ApiRevisions
        name={name}
        versionSetId={typeof properties.apiVersionSetId === "string" ? properties.apiVersionSetId : null}
      />
      <Card title={t("products", { count: products.data?.count ?? 0 })}>
        {(products.data?.value.length ?? 0) === 0 ? (
          <p className="text-muted">{t("noProducts")}</p>
        ) : (
          <div className="flex flex-wrap gap-2">
            {products.data?.value.map((product) => (
              <TextLink key={product.name} href={`/products/${encodeURIComponent(product.name)}`}>
                <Badge>{String(product.properties.displayName ?? product.name)}</Badge>
              </TextLink>
            ))}
          </div>
        )}
      </Card>
    </OverviewLayout>
  );
}
