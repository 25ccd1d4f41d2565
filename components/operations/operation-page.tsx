"use client";

import { Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { useWorkingDraft } from "../drafts/use-working-draft";
import { withDraft } from "../drafts/with-draft";
import { KindPage } from "../resources/kind-page";
import { Button } from "../ui/button";
import { Method } from "./method";
import { OperationOverview } from "./operation-overview";
import { useOperationView } from "./use-operation-view";

export function OperationPage({ api, name, tab }: { api: string; name: string; tab: string }) {
  const t = useTranslations("kinds.apis");
  const view = useOperationView(api);
  const draft = useWorkingDraft();
  return (
    <KindPage
      view={view}
      name={name}
      tab={tab}
      aside={({ resource: { properties } }) => (
        <span className="flex min-w-0 items-center gap-1">
          <Method method={String(properties.method ?? "")} />
          <code className="min-w-0 break-all text-xs">{String(properties.urlTemplate ?? "")}</code>
        </span>
      )}
      actions={() => (
        <Button asChild>
          <Link
            href={withDraft(`/console?api=${encodeURIComponent(api)}&operation=${encodeURIComponent(name)}`, draft)}
          >
            <Send size={16} aria-hidden />
            {t("test")}
          </Link>
        </Button>
      )}
      overview={(document) => <OperationOverview path={`/apis/${api}/operations/${name}`} document={document} />}
    />
  );
}
