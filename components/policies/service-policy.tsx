"use client";

import { useTranslations } from "use-intl";
import { Page } from "../resources/page";
import { PageHeader } from "../resources/page-header";
import { PolicyTab } from "./policy-tab";

/** The policy around everything: it runs for every API. */
export function ServicePolicy() {
  const t = useTranslations("policy.service");
  return (
    <Page>
      <PageHeader title={t("title")} lead={t("lead")} />
      <PolicyTab owner="/" />
    </Page>
  );
}
