"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { ofConsole } from "@/messages/namespaces";
import { SettingsFrame } from "../../people/settings-frame";
import { AreaTexts } from "../../text/area-texts";
import { Card } from "../../ui/card";
import { Skeleton } from "../../ui/skeleton";

const List = dynamic(() => import("./environment-list").then((module) => module.EnvironmentList), {
  ssr: false,
  loading: () => <Placeholder />,
});

/** Environments among the settings. */
export const EnvironmentsPage = () => (
  <AreaTexts namespaces={ofConsole}>
    <Framed />
  </AreaTexts>
);

function Framed() {
  const t = useTranslations("run.environments");
  return (
    <SettingsFrame lead={t("lead")}>
      <List />
    </SettingsFrame>
  );
}

const Placeholder = () => (
  <Card>
    <Skeleton className="h-8 w-1/3" />
  </Card>
);
