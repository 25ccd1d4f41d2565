"use client";

import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { elementAt } from "@/policy/xml/element-path";
import { Button } from "../../ui/button";
import { Sheet } from "../../ui/sheet";
import { Skeleton } from "../../ui/skeleton";
import { useEditing, useText } from "../editing";

const PolicyForm = dynamic(() => import("../form/policy-form").then((module) => module.PolicyForm), {
  ssr: false,
  loading: () => (
    <div className="flex flex-col gap-4 p-4">
      <Skeleton className="h-5 w-1/2" />
      <Skeleton className="h-8" />
      <Skeleton className="h-8" />
    </div>
  ),
});

/** The form of the chosen element: beside the policy where there is room, above it in a sheet where there is none. */
export function ElementPanel({ narrow }: { narrow: boolean }) {
  const t = useTranslations("editor.element");
  const { document, selected } = useEditing();
  useText(document);
  const [open, setOpen] = useState(false);
  const element = selected === null ? null : elementAt(document.parsed, selected);
  if (!narrow) {
    return (
      <aside
        aria-label={t("label")}
        className="flex min-h-0 w-72 shrink-0 flex-col border-line border-l bg-surface 2xl:w-88"
      >
        <PolicyForm />
      </aside>
    );
  }
  return (
    <>
      {element === null ? null : (
        <div className="flex shrink-0 items-center gap-3 border-line border-t bg-surface px-4 py-2">
          <code className="min-w-0 flex-1 truncate text-xs">{element.name}</code>
          <Button onClick={() => setOpen(true)}>
            <SlidersHorizontal size={16} aria-hidden />
            {t("open")}
          </Button>
        </div>
      )}
      <Sheet open={open && element !== null} onOpenChange={setOpen} title={t("title")}>
        <div className="-m-4 flex min-h-full flex-col">
          <PolicyForm />
        </div>
      </Sheet>
    </>
  );
}
