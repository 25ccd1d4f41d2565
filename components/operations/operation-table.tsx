"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkingDraft } from "../drafts/use-working-draft";
import { withDraft } from "../drafts/with-draft";
import { ResourceTable } from "../resources/resource-list";
import { useMe } from "../shell/me";
import { useActions } from "../shell/use-actions";
import { Button } from "../ui/button";
import { operationView } from "./operation-view";

/** The operations tab of an API's page. */
export function OperationTable({ api }: { api: string }) {
  const t = useTranslations("kinds.operations");
  const names = useTranslations("navigation.items");
  const router = useRouter();
  const { mayEdit } = useMe();
  const draft = useWorkingDraft();
  const view = useMemo(() => operationView(api, names("apis")), [api, names]);
  useActions(
    mayEdit
      ? [
          {
            id: "create",
            group: "create",
            label: t("create"),
            icon: Plus,
            shortcut: "c",
            run: () => router.push(withDraft(`${view.href}/new`, draft)),
          },
        ]
      : [],
  );
  return (
    <ResourceTable
      view={view}
      draft={draft}
      actions={
        mayEdit ? (
          <Button tone="primary" asChild>
            <Link href={withDraft(`${view.href}/new`, draft)}>
              <Plus size={16} aria-hidden />
              {t("create")}
            </Link>
          </Button>
        ) : undefined
      }
    />
  );
}
