"use client";

import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { elementAt } from "@/policy/xml/element-path";
import { Button } from "../../ui/button";
import { Sheet } from "../../ui/sheet";
import { Skeleton } from "../../ui/skeleton";
import { useEditing, useOfDocument } from "../editing";

const form = () => import("../form/policy-form");
const PolicyForm = dynamic(() => form().then((module) => module.PolicyForm), {
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
  const [open, setOpen] = useState(false);
  const name =
    useOfDocument(document, ({ parsed }) => (selected === null ? null : elementAt(parsed, selected)?.name)) ?? null;
  const mayOpen = narrow && name !== null;
  // What the button opens is there when it is pressed.
  useEffect(() => {
    if (mayOpen) void Promise.all([form(), import("../../ui/sheet-panel")]);
  }, [mayOpen]);
  if (!narrow) {
    return (
      <aside
        aria-label={t("label")}
        className="flex min-h-0 w-72 shrink-0 flex-col border-line border-l bg-surface xl:w-80 2xl:w-96"
      >
        <PolicyForm />
      </aside>
    );
  }
  return (
    <>
      {name === null ? null : (
        <div className="flex shrink-0 items-center gap-3 border-line border-t bg-surface px-4 py-2">
          <code className="min-w-0 flex-1 truncate text-xs">{name}</code>
          <Button onClick={() => setOpen(true)}>
            <SlidersHorizontal size={16} aria-hidden />
            {t("open")}
          </Button>
        </div>
      )}
      <Sheet open={open && name !== null} onOpenChange={setOpen} title={t("title")}>
        <div className="-m-4 flex min-h-full flex-col">
          <PolicyForm />
        </div>
      </Sheet>
    </>
  );
}
