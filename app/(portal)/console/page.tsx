import { Suspense } from "react";
import { ConsolePage } from "@/components/test-console/console-page";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("console");

export default function Page() {
  return (
    <Suspense>
      <ConsolePage />
    </Suspense>
  );
}
