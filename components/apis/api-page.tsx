"use client";

import { Send } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { useWorkingDraft } from "../drafts/use-working-draft";
import { withDraft } from "../drafts/with-draft";
import { KindPage } from "../resources/kind-page";
import { TestsPage } from "../test-console/tests/tests-page";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { ApiOverview } from "./api-overview";
import { apiView as view } from "./api-view";

const OperationTable = dynamic(() => import("../operations/operation-table").then((module) => module.OperationTable), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

export function ApiPage({ name, tab }: { name: string; tab: string }) {
  const t = useTranslations("kinds.apis");
  const draft = useWorkingDraft();
  return (
    <KindPage
      view={view}
      name={name}
      tab={tab}
      aside={({ resource }) => (
        <>
          {resource.properties.apiVersion ? <Badge mono>{String(resource.properties.apiVersion)}</Badge> : null}
          <Badge>{t("revision", { revision: String(resource.properties.apiRevision ?? "1") })}</Badge>
        </>
      )}
      actions={() => (
        <Button asChild>
          <Link href={withDraft(`/console?api=${encodeURIComponent(name)}`, draft)}>
            <Send size={16} aria-hidden />
            {t("test")}
          </Link>
        </Button>
      )}
      overview={(document) => <ApiOverview name={name} document={document} />}
      tabs={{ operations: () => <OperationTable api={name} />, tests: () => <TestsPage api={name} /> }}
    />
  );
}
