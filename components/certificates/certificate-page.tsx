"use client";

import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { KindPage } from "../resources/kind-page";
import { OverviewLayout } from "../resources/overview-layout";
import { Card } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { Fact, Facts } from "../ui/facts";
import { CertificateExpiry } from "./certificate-expiry";
import { certificateView as view } from "./certificate-view";

export const CertificatePage = ({ name, tab }: { name: string; tab: string }) => (
  <KindPage
    view={view}
    name={name}
    tab={tab}
    overview={(document) => <CertificateOverview path={`/certificates/${name}`} document={document} />}
  />
);

function CertificateOverview({ path, document }: { path: string; document: Document }) {
  const t = useTranslations("kinds.certificates");
  const { subject, thumbprint, expirationDate } = document.resource.properties;
  return (
    <OverviewLayout path={path} document={document}>
      <Card title={t("one")}>
        <Facts>
          <Fact name={t("columns.subject")}>{String(subject ?? "")}</Fact>
          <Fact name={t("columns.expirationDate")}>
            <CertificateExpiry at={expirationDate} />
          </Fact>
          <Fact name={t("columns.thumbprint")}>
            <span className="flex items-center gap-1">
              <code className="break-all text-xs">{String(thumbprint ?? "")}</code>
              <CopyButton text={String(thumbprint ?? "")} />
            </span>
          </Fact>
        </Facts>
      </Card>
    </OverviewLayout>
  );
}
