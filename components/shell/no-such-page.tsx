"use client";

import { Signpost } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Page } from "../resources/page";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";

export function NoSuchPage() {
  const t = useTranslations("shell.noSuchPage");
  return (
    <Page>
      <Card>
        <EmptyState
          icon={Signpost}
          title={t("title")}
          text={t("text")}
          actions={
            <Button tone="primary" asChild>
              <Link href="/">{t("home")}</Link>
            </Button>
          }
        />
      </Card>
    </Page>
  );
}
