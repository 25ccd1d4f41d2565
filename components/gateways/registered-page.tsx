"use client";

import { KindPage } from "../resources/kind-page";
import { RegisteredOverview } from "./registered-overview";
import { useRegisteredView } from "./use-registered-view";

export const RegisteredPage = ({ name, tab }: { name: string; tab: string }) => (
  <KindPage
    view={useRegisteredView()}
    name={name}
    tab={tab}
    overview={(document) => <RegisteredOverview name={name} document={document} />}
  />
);
