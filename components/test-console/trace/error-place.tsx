// biome-ignore-all lint/a11y/useSemanticElements: the code itself is what scrolls and is labelled
"use client";

import { Pencil } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { TracePlace } from "@/contract/trace";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import { editorAddress } from "./editor-address";
import { type PlaceInText, placeInText } from "./place-in-text";
import { usePolicyText } from "./use-policy-text";
import { useStepTexts } from "./use-step-texts";

/** Where a step is written: the document, the line with a caret under it, and the way to its editor. */
export function ErrorPlace({ place, draft, failed }: { place: TracePlace; draft: string | null; failed: boolean }) {
  const t = useTranslations("run.trace");
  const { placeText } = useStepTexts();
  const { data, isLoading } = usePolicyText(place.documentId, draft);
  const found = data == null ? null : placeInText(data, place.start, place.end);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 break-words text-muted text-xs">
          {placeText(place)}
          {found === null ? "" : ` · ${t("lineAndColumn", { line: found.line, column: found.column })}`}
        </p>
        <Button asChild size="small">
          <Link href={editorAddress(place.documentId, place.start, draft)}>
            <Pencil size={14} aria-hidden />
            {t("openInEditor")}
          </Link>
        </Button>
      </div>
      {isLoading ? (
        <Skeleton className="h-12" />
      ) : found === null ? null : (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be focusable (WCAG 2.1.1)
          tabIndex={0}
          role="group"
          aria-label={t("codeLine")}
          className="overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2 text-xs leading-4"
        >
          {found.code}
          {"\n"}
          <span aria-hidden className={failed ? "text-bad" : "text-accent"}>
            {" ".repeat(found.from)}
            {"^".repeat(caretLength(found))}
          </span>
        </pre>
      )}
    </div>
  );
}

/** Of an element, only what it is called. */
const caretLength = ({ code, from, length }: PlaceInText): number =>
  Math.min(length, /^<[\w.-]+/.exec(code.slice(from))?.[0].length ?? length);
