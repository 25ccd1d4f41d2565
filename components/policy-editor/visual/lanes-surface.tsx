"use client";

import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Standing } from "@/policy/knowledge";
import { elementsOf } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { useBoard } from "./board";
import { pressOnBoard } from "./board-keys";
import { CardIconSheet } from "./card-icons";
import { CardSurroundingsContext } from "./card-surroundings";
import type { Dragged } from "./drag-source";
import { openDragSurface } from "./drag-surface";
import type { Drawing } from "./drawing";
import { subjectAt } from "./keyboard-moves";
import { LaneColumn } from "./lane-column";
import { laneWidth } from "./lane-width";
import type { Ground, Subject } from "./places";
import { usePolicyHelp } from "./policy-help";
import { useSignal } from "./signal";
import { useRefusalText } from "./use-refusal-text";

/** The request's way as lanes. Keys, the clipboard and dragging are heard here, once for all cards. */
export function LanesSurface({
  drawing,
  ground,
  standing,
  isStale,
}: {
  drawing: Drawing;
  ground: Ground;
  standing: Standing;
  isStale: boolean;
}) {
  const t = useTranslations("visual");
  const help = usePolicyHelp();
  const board = useBoard();
  const readOnly = useSignal(board.readOnly, (is) => is);
  const surroundings = useMemo(() => ({ t, help, readOnly }), [t, help, readOnly]);
  const surface = useRef<HTMLDivElement>(null);
  const why = useRefusalText(standing);
  const latest = useRef({ ground, why });
  useEffect(() => {
    latest.current = { ground, why };
  });
  useEffect(() => {
    const element = surface.current;
    const scroller = element?.closest<HTMLElement>("[data-lanes-scroller]");
    if (element === null || scroller === null || scroller === undefined) return;
    const subjectOf = (dragged: Dragged): Subject | null =>
      "path" in dragged
        ? subjectAt(latest.current.ground, dragged.path)
        : { elements: elementsOf(parse(dragged.xml).document.nodes), moved: null };
    return openDragSurface(element, scroller, () => ({
      placesFor: (dragged) => {
        const subject = subjectOf(dragged);
        return subject === null ? [] : latest.current.ground.placesFor(subject);
      },
      whyNot: (dragged, lane) => {
        const subject = subjectOf(dragged);
        const container = latest.current.ground.container(lane);
        if (subject === null || container === undefined) return "";
        const refusal = latest.current.ground.refusal(container, subject);
        return refusal === null ? "" : latest.current.why(refusal);
      },
      drop: (dragged, place) =>
        "path" in dragged ? board.commands.moveTo(dragged.path, place) : board.commands.put(dragged.xml, place),
    }));
  }, [board]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = cardOf(event.target);
    if (at === null || event.nativeEvent.isComposing) return;
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!pressOnBoard(board, drawing, at, { key, altKey, ctrlKey, metaKey, shiftKey })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCopy = (event: ClipboardEvent, what: "copied" | "cut") => {
    const at = cardOf(event.target) ?? board.chosen.value;
    if (at === null || (what === "cut" && board.readOnly.value) || hasSelectedText()) return;
    const xml = board.commands.copied(at, what);
    if (xml === null) return;
    event.clipboardData.setData("text/plain", xml);
    event.preventDefault();
    if (what === "cut") board.commands.remove(at, true);
  };
  const inherits = standing.kind === "policies" && standing.scope !== "global";
  return (
    <div
      ref={surface}
      role="tree"
      aria-label={t("label")}
      inert={isStale}
      onKeyDown={onKeyDown}
      onCopy={(event) => onCopy(event, "copied")}
      onCut={(event) => onCopy(event, "cut")}
      onPaste={(event) => {
        event.preventDefault();
        // Behind the card that the keyboard is on.
        const at = cardOf(event.target);
        if (at !== null) board.chosen.set(at);
        board.commands.paste(event.clipboardData.getData("text/plain"));
      }}
      style={{ "--lanes": drawing.lanes.map(laneWidth).join(" ") } as React.CSSProperties}
      className={`grid min-h-full grid-cols-1 content-start gap-x-3 gap-y-4 @min-[560px]/lanes:content-stretch @min-[560px]/lanes:grid-cols-(--lanes) ${isStale ? "opacity-50" : ""}`}
    >
      <CardIconSheet />
      <CardSurroundingsContext value={surroundings}>
        {drawing.lanes.map((lane, index) => (
          <LaneColumn key={`${lane.name} ${lane.path}`} lane={lane} isFirst={index === 0} inherits={inherits} />
        ))}
      </CardSurroundingsContext>
    </div>
  );
}

const hasSelectedText = (): boolean => (window.getSelection()?.toString() ?? "") !== "";

/** The card that the keyboard is on; null inside of what a card offers, such as its buttons. */
function cardOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset.card ?? null) : null;
}
