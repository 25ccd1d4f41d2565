"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { quoted } from "../data/odata";
import { ResourceTable } from "../resources/resource-list";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { subscriptionView } from "./subscription-view";

/** The keys that open one product or API. */
export function SubscriptionsOf({ scope }: { scope: string }) {
  const t = useTranslations("kinds.subscriptions");
  const { mayEdit } = useMe();
  const view = useMemo(() => ({ ...subscriptionView, where: `scope eq ${quoted(scope.toLowerCase())}` }), [scope]);
  return (
    <ResourceTable
      view={view}
      actions={
        mayEdit ? (
          <Button tone="primary" asChild>
            <Link href={`${view.href}/new?scope=${encodeURIComponent(scope)}`}>
              <Plus size={16} aria-hidden />
              {t("create")}
            </Link>
          </Button>
        ) : undefined
      }
    />
  );
}
