"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useWorkingDraft } from "../drafts/use-working-draft";
import { Page } from "../resources/page";
import { WideHeader } from "../resources/wide-header";
import { PolicyWaiting } from "./policy-waiting";
import { usePreparePolicy } from "./use-prepare-policy";

const PolicyEditor = dynamic(() => import("../policy-editor/policy-editor").then((module) => module.PolicyEditor), {
  ssr: false,
  loading: PolicyWaiting,
});

/** The policy around everything: it runs for every API. */
export function ServicePolicy() {
  const t = useTranslations("policy.service");
  const prepare = usePreparePolicy("/", useWorkingDraft());
  useEffect(prepare, [prepare]);
  return (
    <Page wide>
      <WideHeader title={t("title")} aside={<span className="text-muted">{t("lead")}</span>} />
      <PolicyEditor owner="/" />
    </Page>
  );
}
