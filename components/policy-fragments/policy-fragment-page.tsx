"use client";

import { useTranslations } from "use-intl";
import { KindPage } from "../resources/kind-page";
import { OverviewLayout } from "../resources/overview-layout";
import { Card } from "../ui/card";
import { CodeBlock } from "../ui/code-block";
import { policyFragmentView as view } from "./policy-fragment-view";

export function PolicyFragmentPage({ name, tab }: { name: string; tab: string }) {
  const t = useTranslations("kinds.policyFragments");
  return (
    <KindPage
      view={view}
      name={name}
      tab={tab}
      overview={(document) => (
        <OverviewLayout path={`/policyFragments/${name}`} document={document}>
          <Card title={t("fields.value.label")}>
            {typeof document.resource.properties.description === "string" ? (
              <p className="mb-3">{document.resource.properties.description}</p>
            ) : null}
            <CodeBlock label={t("fields.value.label")} code={String(document.resource.properties.value ?? "")} />
          </Card>
        </OverviewLayout>
      )}
    />
  );
}
