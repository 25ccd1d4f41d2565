"use client";

import { FilePen } from "lucide-react";
import { useTranslations } from "use-intl";
import { useUrlState } from "../../table/use-url-state";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";

/** The draft that the address names was published or discarded meanwhile. */
export function DraftGone() {
  const t = useTranslations("editor.draft");
  const [, setUrl] = useUrlState();
  return (
    <EmptyState
      icon={FilePen}
      title={t("gone")}
      actions={
        <Button tone="primary" onClick={() => setUrl({ draft: null })}>
          {t("live")}
        </Button>
      }
    />
  );
}
