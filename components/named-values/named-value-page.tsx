"use client";

import { KindPage } from "../resources/kind-page";
import { NamedValueOverview } from "./named-value-overview";
import { namedValueView as view } from "./named-value-view";

export const NamedValuePage = ({ name, tab }: { name: string; tab: string }) => (
  <KindPage
    view={view}
    name={name}
    tab={tab}
    overview={(document) => <NamedValueOverview path={`/namedValues/${name}`} document={document} />}
  />
);
