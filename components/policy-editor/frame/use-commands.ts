"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import type { Standing } from "@/policy/knowledge";
import { toasts } from "../../ui/toasts";
import { formatDocument } from "../code/format-document";
import type { EditorDocument } from "../model/editor-document";
import type { Work } from "./use-work";
import type { View } from "./view-choice";

/** Everything the toolbar, the palette and the keys can do. */
export interface Commands {
  show(view: View): void;
  effective(): void;
  undo(): void;
  redo(): void;
  format(): void;
  copyLink(): void;
  discard(): void;
  review(): void;
  saveToDraft(): void;
  test(): void;
  remove(): void;
}

/** What concerns the document and the address alone. */
export function useCommands({
  document,
  standing,
  work,
  view,
  mode,
  show,
  consoleAt,
  onAsk,
  remove,
}: {
  document: EditorDocument;
  standing: Standing;
  work: Work;
  view: View;
  mode: View;
  show(view: View): void;
  consoleAt: string;
  onAsk(panel: "review" | "draft" | "test"): void;
  remove(): void;
}): Commands {
  const t = useTranslations("editor");
  const router = useRouter();
  return {
    show,
    effective: () => show(view === "effective" ? mode : "effective"),
    undo: () => document.undo(),
    redo: () => document.redo(),
    format: () => {
      void formatDocument(document, standing).then((outcome) => {
        if (outcome === "malformed") toasts.show({ tone: "bad", title: t("notFormatted") });
        if (outcome === "unchanged") toasts.show({ tone: "info", title: t("alreadyFormatted") });
        if (outcome === "formatted")
          toasts.show({
            tone: "info",
            title: t("formatted"),
            action: { label: t("undo"), run: () => document.undo() },
          });
      });
    },
    copyLink: () => {
      void navigator.clipboard
        .writeText(window.location.href)
        .then(() => toasts.show({ tone: "info", title: t("linkCopied") }));
    },
    discard: () => {
      if (!work.dirty) return;
      work.discard();
      toasts.show({
        tone: "info",
        title: t("discarded"),
        action: { label: t("undo"), run: () => document.undo() },
      });
    },
    review: () => (work.dirty ? onAsk("review") : undefined),
    saveToDraft: () => (work.dirty ? onAsk("draft") : undefined),
    test: () => (work.dirty ? onAsk("test") : router.push(consoleAt)),
    remove,
  };
}
