"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import type { Document } from "../data/use-document";
import { useWorkingDraft } from "../drafts/use-working-draft";
import { withDraft } from "../drafts/with-draft";
import { PolicyWaiting } from "../policies/policy-waiting";
import { usePreparePolicy } from "../policies/use-prepare-policy";
import { FormSkeleton } from "./form-skeleton";
import { HistorySkeleton } from "./history-skeleton";
import { hrefOf, isDrafted, type KindView, pathOf } from "./kind-view";
import { ResourceFrame } from "./resource-frame";

const ResourceSettings = dynamic(() => import("./resource-settings").then((module) => module.ResourceSettings), {
  ssr: false,
  loading: () => <FormSkeleton />,
});
const HistoryList = dynamic(() => import("./history-list").then((module) => module.HistoryList), {
  ssr: false,
  loading: () => <HistorySkeleton />,
});
const PolicyEditor = dynamic(() => import("../policy-editor/policy-editor").then((module) => module.PolicyEditor), {
  ssr: false,
  loading: PolicyWaiting,
});

const urlTemplateOf = ({ resource: { properties } }: Document): string | undefined =>
  typeof properties.urlTemplate === "string" ? properties.urlTemplate : undefined;

/** What a document is in a draft stands in its form; its history and how it does belong to what is live. */
function ToDraftedSettings({ href, draft }: { href: string; draft: string }) {
  const router = useRouter();
  useEffect(() => router.replace(withDraft(`${href}/settings`, draft)), [router, href, draft]);
  return <FormSkeleton />;
}

/** The page of one document at one of its tabs; the kind says what its overview and its own tabs hold. */
export function KindPage({
  view,
  name,
  tab,
  aside,
  actions,
  overview,
  tabs = {},
}: {
  view: KindView;
  name: string;
  tab: string;
  aside?(document: Document): ReactNode;
  actions?(document: Document): ReactNode;
  overview(document: Document): ReactNode;
  tabs?: Readonly<Record<string, (document: Document) => ReactNode>>;
}) {
  const path = pathOf(view, name);
  const working = useWorkingDraft();
  // Tests are run against a draft, and belong to what is live.
  const draft = tab === "tests" ? null : working;
  const preparePolicy = usePreparePolicy(path, draft);
  useEffect(() => (tab === "policy" ? preparePolicy() : undefined), [tab, preparePolicy]);
  const content = (document: Document) => {
    if (draft !== null && !isDrafted(tab)) return <ToDraftedSettings href={hrefOf(view, name)} draft={draft} />;
    if (tab === "overview") return overview(document);
    if (tab === "settings") return <ResourceSettings view={view} name={name} document={document} draft={draft} />;
    if (tab === "history") return <HistoryList path={`${path}/history`} document={path.toLowerCase()} />;
    if (tab === "policy") return <PolicyEditor owner={path} urlTemplate={urlTemplateOf(document)} />;
    return tabs[tab]?.(document);
  };
  return (
    <ResourceFrame
      view={view}
      name={name}
      draft={draft}
      aside={aside}
      actions={actions}
      wide={tab === "policy"}
      onNearPolicy={preparePolicy}
    >
      {content}
    </ResourceFrame>
  );
}
