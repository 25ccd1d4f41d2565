"use client";

import { useTranslations } from "use-intl";
import type { TraceChange, TracePlace } from "@/contract/trace";
import { documentName } from "./editor-address";

const namedAtMost = 3;

/** Where a step is written and what it changed, in few words. */
export function useStepTexts() {
  const t = useTranslations("run.trace");
  const placeText = ({ scope, documentId }: TracePlace): string => {
    const name = documentName(documentId);
    if (/^\/policyfragments\//i.test(documentId)) return t("scope.fragment", { name });
    return scope === "global" ? t("scope.global") : t(`scope.${scope}`, { name });
  };
  const changeText = ({ what, name }: Pick<TraceChange, "what" | "name">): string => t(`what.${what}`, { name });
  const changesText = (changes: readonly TraceChange[] = []): string => {
    const named = changes.slice(0, namedAtMost).map(changeText).join(", ");
    return changes.length > namedAtMost ? t("andMore", { named, count: changes.length - namedAtMost }) : named;
  };
  return { placeText, changeText, changesText };
}
