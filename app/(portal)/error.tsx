"use client";

import { PageFault } from "@/components/shell/page-fault";

export default function ErrorPage(props: { error: Error & { digest?: string }; reset(): void }) {
  return <PageFault {...props} />;
}
