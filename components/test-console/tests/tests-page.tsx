"use client";

import dynamic from "next/dynamic";
import { ofConsole } from "@/messages/namespaces";
import { AreaTexts } from "../../text/area-texts";
import { Skeleton } from "../../ui/skeleton";

const Loaded = dynamic(() => import("./api-tests").then((module) => module.ApiTests), {
  ssr: false,
  loading: () => <Skeleton className="h-60 rounded-card" />,
});

/** The tab of an API's tests, with its texts. */
export const TestsPage = ({ api }: { api: string }) => (
  <AreaTexts namespaces={ofConsole}>
    <Loaded api={api} />
  </AreaTexts>
);
