"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { isObject } from "../diff/is-object";
import { OverviewLayout } from "../resources/overview-layout";
import { Card } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { Fact, Facts } from "../ui/facts";
import { Skeleton } from "../ui/skeleton";
import { State } from "../ui/state";
import { poolMembers } from "./backend-target";

const PoolMembers = dynamic(() => import("./pool-members").then((module) => module.PoolMembers), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

export function BackendOverview({ name, document }: { name: string; document: Document }) {
  const t = useTranslations("kinds.backends.overview");
  const { properties } = document.resource;
  const { url, title, description, protocol, credentials, tls, circuitBreaker, pool, proxy } = properties;
  const certificates = isObject(tls) ? tls : {};
  const unchecked = certificates.validateCertificateChain === false || certificates.validateCertificateName === false;
  const rules = isObject(circuitBreaker) && Array.isArray(circuitBreaker.rules) ? circuitBreaker.rules.length : 0;
  const isSingle = typeof url === "string";
  return (
    <OverviewLayout path={`/backends/${name}`} document={document}>
      {isSingle || typeof title === "string" || typeof description === "string" ? (
        <Card title={t("title")}>
          <Facts>
            {isSingle ? (
              <Fact name={t("url")}>
                <span className="flex items-center gap-1">
                  <code className="break-all text-xs">{url}</code>
                  <CopyButton text={url} />
                </span>
              </Fact>
            ) : null}
            {typeof title === "string" ? <Fact name={t("name")}>{title}</Fact> : null}
            {typeof description === "string" ? <Fact name={t("description")}>{description}</Fact> : null}
            {isSingle ? (
              <>
                <Fact name={t("protocol")}>{protocol === "soap" ? "SOAP" : "HTTP"}</Fact>
                <Fact name={t("credentials")}>
                  {credentialNames(credentials)
                    .map((each) => t(`credentialKinds.${each}`))
                    .join(", ") || t("none")}
                </Fact>
                <Fact name={t("tls")}>
                  {unchecked ? (
                    <State tone="warn">{t("tlsUnchecked")}</State>
                  ) : (
                    <State tone="good">{t("tlsChecked")}</State>
                  )}
                </Fact>
                {isObject(proxy) && typeof proxy.url === "string" ? (
                  <Fact name={t("proxy")}>
                    <code className="text-xs">{proxy.url}</code>
                  </Fact>
                ) : null}
                <Fact name={t("breaker")}>{rules === 0 ? t("none") : t("rules", { count: rules })}</Fact>
              </>
            ) : null}
          </Facts>
        </Card>
      ) : null}
      {isSingle ? null : <PoolMembers members={poolMembers(pool)} />}
    </OverviewLayout>
  );
}

const kindsOfCredentials = [
  "header",
  "query",
  "authorization",
  "certificateIds",
  "certificate",
  "managedIdentity",
] as const;

function credentialNames(credentials: unknown): (typeof kindsOfCredentials)[number][] {
  if (!isObject(credentials)) return [];
  return kindsOfCredentials.filter((kind) => {
    const value = credentials[kind];
    return typeof value === "object" && value !== null && Object.keys(value).length > 0;
  });
}
