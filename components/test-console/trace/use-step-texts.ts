"use client";

import { useTranslations } from "use-intl";
import type { TraceChange, TraceEntry, TracePlace } from "@/contract/trace";
import { documentName } from "./editor-address";
import { noteText } from "./trace-steps";

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
  /** In one line: what went wrong, where it is written and what it changed, or what it tells. */
  const lineText = (entry: TraceEntry): string => {
    const { error, place, changes, source, data } = entry;
    if (error !== undefined) return error.message;
    if (source === "error" && typeof data.message === "string") return data.message;
    if (place !== undefined) return [placeText(place), changesText(changes)].filter((part) => part !== "").join(" — ");
    const { retry, of, afterSeconds } = data;
    return retry === undefined
      ? noteText(entry)
      : t("retried", { at: String(retry), of: String(of), s: String(afterSeconds) });
  };
  return { placeText, changeText, changesText, lineText };
}
