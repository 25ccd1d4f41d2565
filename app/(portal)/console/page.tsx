import { Suspense } from "react";
import { TestConsole } from "@/components/test-console/test-console";
import { pageTitle } from "@/components/text/page-title";

export const metadata = pageTitle("console");

export default function ConsolePage() {
  return (
    <Suspense>
      <TestConsole />
    </Suspense>
  );
}
