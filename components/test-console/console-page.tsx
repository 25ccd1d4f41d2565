"use client";

import dynamic from "next/dynamic";
import { Page } from "../resources/page";
import { Skeleton } from "../ui/skeleton";

const Loaded = dynamic(() => import("./console-texts").then((module) => module.ConsoleTexts), {
  ssr: false,
  loading: () => <ConsoleSkeleton />,
});

/** The console comes after the page's frame, with its texts. */
export const ConsolePage = () => <Loaded />;

function ConsoleSkeleton() {
  return (
    <Page>
      <Skeleton className="mb-6 h-8 w-40" />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <Skeleton className="h-150 w-full rounded-card" />
        <Skeleton className="h-90 w-full rounded-card max-lg:hidden" />
      </div>
    </Page>
  );
}
