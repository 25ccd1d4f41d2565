"use client";

import { useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { toasts } from "../../ui/toasts";
import type { EditorDocument } from "../model/editor-document";
import type { Say, Standpoint } from "./board-commands";
import { isSectionName } from "./draw";
import type { Refusal } from "./places";

/** Tells what a command did: aloud to who listens, on screen where something was lost or refused. */
export function useSay(document: EditorDocument, refusalText: (refusal: Refusal) => string) {
  const t = useTranslations("visual");
  const region = useRef<HTMLDivElement>(null);
  const say = useMemo((): Say => {
    const aloud = (text: string) => {
      // The same words twice are two announcements.
      if (region.current !== null)
        region.current.textContent = region.current.textContent === text ? `${text}\u00a0` : text;
    };
    const refuse = (text: string) => {
      aloud(text);
      toasts.show({ tone: "bad", title: text });
    };
    const placeOf = ({ section, container }: Standpoint): string => {
      const lane = section !== null && isSectionName(section) ? t(`lane.${section}`) : t("lane.fragment");
      return container === null ? lane : `${lane}, ${container}`;
    };
    return {
      done: (what, name, where) =>
        aloud(t(`said.${what}`, { name, place: placeOf(where), position: where.position, count: where.count })),
      simply: (what, name) => aloud(t(`said.${what}`, { name })),
      removed: (name) => {
        const title = t("said.removed", { name });
        aloud(title);
        const { text } = document;
        toasts.show({
          tone: "info",
          title,
          // Undo means this change, as long as it is the last.
          action: { label: t("undo"), run: () => (document.text === text ? document.undo() : undefined) },
        });
      },
      created: (section) => aloud(t("said.created", { lane: t(`lane.${section}`) })),
      farthest: (direction, name) => aloud(t(`said.farthest.${direction}`, { name })),
      refused: (name, refusal) =>
        refuse(t("said.cannotStand", { name, reason: refusal === null ? t("refused.nowhere") : refusalText(refusal) })),
      notPasted: ({ problem, line = 0, name = "" }) =>
        refuse(t(`paste.${problem as "empty"}`, { line, name } as never)),
    };
  }, [document, refusalText, t]);
  return { say, region };
}
