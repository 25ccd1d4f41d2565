"use client";

import dynamic from "next/dynamic";
import { Page } from "../../resources/page";
import { Skeleton } from "../../ui/skeleton";

const Loaded = dynamic(() => import("./environments-page").then((module) => module.EnvironmentsPage), {
  ssr: false,
  loading: () => <Waiting />,
});

/** The page comes with its texts, which only the browser fetches. */
export const EnvironmentsDoor = () => <Loaded />;

const Waiting = () => (
  <Page>
    <Skeleton className="mb-6 h-8 w-40" />
    <Skeleton className="h-60 w-full" />
  </Page>
);
