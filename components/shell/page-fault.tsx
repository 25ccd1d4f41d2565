"use client";

import { useTranslations } from "use-intl";
import { Page } from "../resources/page";
import { Button } from "../ui/button";
import { ErrorPanel } from "../ui/error-panel";

/** A page that could not be drawn; the rest of the portal goes on. */
export function PageFault({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  const t = useTranslations("shell.fault");
  return (
    <Page>
      <ErrorPanel
        title={t("title")}
        next={t("next")}
        id={error.digest}
        actions={<Button onClick={reset}>{t("retry")}</Button>}
      />
    </Page>
  );
}
