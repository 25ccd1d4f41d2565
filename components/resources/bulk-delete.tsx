"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button";
import { later } from "../ui/later";
import type { KindView } from "./kind-view";

const BulkDeletePreview = later(() => import("./bulk-delete-preview").then((module) => module.BulkDeletePreview));

/** Deletes several at once, after showing which of them can go. */
export function BulkDelete({ view, names, onDone }: { view: KindView; names: readonly string[]; onDone(): void }) {
  const t = useTranslations("remove");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <Trash2 size={16} aria-hidden />
        {t("deleteSelected")}
      </Button>
      {open ? <BulkDeletePreview view={view} names={names} onClose={() => setOpen(false)} onDone={onDone} /> : null}
    </>
  );
}
