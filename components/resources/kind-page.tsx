"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Document } from "../data/use-document";
import { PolicyWaiting } from "../policies/policy-waiting";
import { FormSkeleton } from "./form-skeleton";
import { HistorySkeleton } from "./history-skeleton";
import { type KindView, pathOf } from "./kind-view";
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
  const content = (document: Document) => {
    if (tab === "overview") return overview(document);
    if (tab === "settings") return <ResourceSettings view={view} name={name} document={document} />;
    if (tab === "history") return <HistoryList path={`${path}/history`} document={path.toLowerCase()} />;
    if (tab === "policy") return <PolicyEditor owner={path} urlTemplate={urlTemplateOf(document)} />;
    return tabs[tab]?.(document);
  };
  return (
    <ResourceFrame view={view} name={name} aside={aside} actions={actions} wide={tab === "policy"}>
      {content}
    </ResourceFrame>
  );
}
