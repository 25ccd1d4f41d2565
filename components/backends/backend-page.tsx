"use client";

import { KindPage } from "../resources/kind-page";
import { BackendKind } from "./backend-kind";
import { BackendOverview } from "./backend-overview";
import { backendView as view } from "./backend-view";

export const BackendPage = ({ name, tab }: { name: string; tab: string }) => (
  <KindPage
    view={view}
    name={name}
    tab={tab}
    aside={({ resource }) => <BackendKind resource={resource} />}
    overview={(document) => <BackendOverview name={name} document={document} />}
  />
);
