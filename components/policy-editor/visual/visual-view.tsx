"use client";

import type { Text } from "@codemirror/state";
import { PanelLeftClose, PanelLeftOpen, Plus } from "lucide-react";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useActions } from "../../shell/use-actions";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { Select } from "../../ui/select";
import { Sheet } from "../../ui/sheet";
import { useEditing, useLaterText } from "../editing";
import { blankPolicy } from "../model/blank-policy";
import { type Board, BoardContext, createBoard } from "./board";
import { BoardCommands } from "./board-commands";
import { inTheirWords, isIdle, type Reading, readForDrawing } from "./drawn-text";
import { LanesSurface } from "./lanes-surface";
import { MoveToDialog } from "./move-to-dialog";
import { cardsAround, nearestShown } from "./nearest-shown";
import { NotDrawable } from "./not-drawable";
import { Palette } from "./palette";
import { Ground } from "./places";
import { problemsByCard } from "./problems-by-card";
import { shapeOf } from "./shape-of";
import { StartPanel } from "./start-panel";
import { useInheritance } from "./use-inheritance";
import { useRefusalText } from "./use-refusal-text";
import { useSay } from "./use-say";
import { useWide } from "./use-wide";

/** The policy as lanes of cards, with everything that may be added beside them. */
export function VisualView() {
  const t = useTranslations("visual");
  const editing = useEditing();
  const { document, target, diagnostics, knowledge, readOnly, selected } = editing;
  const text = useLaterText(document);
  const [board] = useState(newBoard);
  const view = useRef<HTMLDivElement>(null);
  const isWide = useWide(view, 700);
  const [isListShown, setListShown] = useState(true);
  const [isSheetOpen, setSheetOpen] = useState(false);

  const reading = useReading(text);
  const fragments = useMemo(
    () => new Map((knowledge?.fragments ?? []).map((each) => [each.name.toLowerCase(), each.text])),
    [knowledge],
  );
  const fragmentText = useMemo(() => (id: string) => fragments.get(id.toLowerCase()), [fragments]);
  const { drawn } = reading;
  const ground = useMemo(
    () => (drawn === null ? null : new Ground(drawn.document, target.standing, fragmentText)),
    [drawn, target.standing, fragmentText],
  );
  const shape = useMemo(() => (drawn === null ? "" : shapeOf(drawn.document)), [drawn]);
  // What may be added depends on the shape alone, and is not asked for anew while something is typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the ground and the lanes
  const addable = useMemo(
    () => (drawn === null || ground === null ? null : { ground, lanes: drawn.drawing.lanes }),
    [shape, target.standing, fragmentText],
  );
  const refusalText = useRefusalText(target.standing);
  const { say, region } = useSay(document, refusalText);
  const { inheritance, products, product, chooseProduct, retry } = useInheritance(target);
  const waiting = useRef<string | null>(null);

  useLayoutEffect(() => {
    board.readOnly.set(readOnly);
    board.fragments.set(fragments);
    board.inheritance.set(inheritance);
    board.commands.live = {
      document,
      readOnly,
      known: knowledge,
      // Edits may come faster than they are drawn.
      ground: () =>
        ground !== null && ground.document.source === document.text
          ? ground
          : new Ground(document.parsed, target.standing, fragmentText),
      select: editing.select,
      focus: (path) => {
        waiting.current = path;
        requestAnimationFrame(() => focusWaiting(view.current, waiting));
      },
      say,
      openForm,
      openCode: (offset) => {
        if (editing.mode === "visual") editing.setMode("split");
        editing.reveal(offset);
      },
    };
  });
  // The problems are those of the text as it was checked, which is not each one that is drawn.
  const newest = useRef(drawn);
  useEffect(() => {
    newest.current = drawn;
  });
  const isDrawn = drawn !== null;
  useEffect(() => {
    const { current } = newest;
    if (isDrawn && current !== null) board.problems.set(problemsByCard(current.document, current.drawing, diagnostics));
  }, [diagnostics, board, isDrawn]);
  useEffect(() => {
    if (drawn === null) return;
    const shown = nearestShown(drawn.drawing, selected);
    const isNew = board.chosen.value !== shown;
    board.chosen.set(shown);
    if (board.leaving.value !== null && board.leaving.value !== shown) board.leaving.set(null);
    if (shown === null || !isNew) return;
    for (const outer of cardsAround(drawn.drawing, shown)) board.commands.fold(outer, false);
    requestAnimationFrame(() => {
      const card = view.current?.querySelector(`[data-card="${CSS.escape(shown)}"]`);
      card?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "smooth" });
    });
  }, [selected, drawn, board]);
  // What had the keyboard may have been drawn elsewhere, as undo does.
  const hadFocus = useRef(false);
  const lastChosen = useRef<string | null>(null);
  useEffect(() => {
    if (drawn === null) return;
    const isLost = hadFocus.current && globalThis.document.activeElement === globalThis.document.body;
    if (board.chosen.value !== null) lastChosen.current = board.chosen.value;
    if (isLost && waiting.current === null) waiting.current = nearestShown(drawn.drawing, lastChosen.current);
    focusWaiting(view.current, waiting);
  }, [drawn, board]);
  useActions(
    isWide === false && !readOnly
      ? [
          {
            id: "visual-add",
            label: t("palette.searchAction"),
            group: "page",
            stays: true,
            shortcut: "/",
            run: () => setSheetOpen(true),
          },
        ]
      : [],
  );

  if (reading.state === "blank" || (drawn === null && reading.problem === null)) {
    return (
      <div
        ref={view}
        className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3 bg-sunken px-6 text-center"
      >
        <h2 className="text-lg">{t("start.blank")}</h2>
        <p className="max-w-110 text-muted">{t("start.blankText")}</p>
        {readOnly ? null : (
          <Button tone="primary" onClick={() => document.replace(blankPolicy(target.standing))}>
            {t("start.create")}
          </Button>
        )}
      </div>
    );
  }
  const { problem } = reading;
  const broken =
    problem === null ? null : (
      <NotDrawable
        line={problem.line}
        column={problem.column}
        message={inTheirWords(problem, diagnostics)}
        isStale={drawn !== null}
        onOpenCode={() => {
          if (editing.mode === "visual") editing.setMode("split");
          editing.reveal(problem.span.start);
        }}
      />
    );
  // How much room there is decides what is drawn: nothing is laid out twice.
  if (drawn === null || ground === null || addable === null || isWide === null) {
    return (
      <div ref={view} className="flex min-h-0 flex-1 flex-col bg-sunken">
        {broken}
      </div>
    );
  }
  const palette = (onAdded?: () => void) => <Palette {...addable} onAdded={onAdded} />;
  return (
    <BoardContext value={board}>
      <div ref={view} className="flex min-h-0 min-w-0 flex-1">
        {isWide === true && !readOnly && isListShown ? (
          <aside
            aria-label={t("palette.title")}
            inert={problem !== null}
            className="flex min-h-0 w-56 shrink-0 flex-col border-line border-r bg-surface"
          >
            <div className="flex h-10 shrink-0 items-center justify-between pr-1.5 pl-4">
              <h2 className="truncate text-sm">{t("palette.title")}</h2>
              <IconButton
                icon={PanelLeftClose}
                size="small"
                label={t("palette.hide")}
                onClick={() => setListShown(false)}
              />
            </div>
            {palette()}
          </aside>
        ) : null}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-sunken">
          {broken}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notes whether the keyboard is on a card */}
          <div
            data-lanes-scroller
            onFocus={() => {
              hadFocus.current = true;
            }}
            onBlur={({ target }) => {
              requestAnimationFrame(() => {
                if (target.isConnected && !view.current?.contains(globalThis.document.activeElement))
                  hadFocus.current = false;
              });
            }}
            className="@container/lanes relative min-h-0 flex-1 overflow-auto scroll-pt-12 px-3"
          >
            <div className="flex flex-wrap items-center gap-2 pt-3 empty:hidden">
              {isWide === true && !readOnly && !isListShown ? (
                <IconButton
                  icon={PanelLeftOpen}
                  size="small"
                  label={t("palette.show")}
                  onClick={() => setListShown(true)}
                />
              ) : null}
              {isWide === false && !readOnly ? (
                <Button onClick={() => setSheetOpen(true)}>
                  <Plus size={16} aria-hidden />
                  {t("palette.open")}
                </Button>
              ) : null}
              {products.length > 1 ? (
                // biome-ignore lint/a11y/noLabelWithoutControl: the choice list is inside
                <label className="flex min-w-0 max-w-78 flex-1 basis-56 items-center gap-2 text-muted text-xs">
                  <span className="min-w-0 truncate">{t("base.product")}</span>
                  <Select
                    className="min-w-28 flex-1"
                    value={product ?? ""}
                    options={[
                      ...products.map(({ id, title }) => ({ value: id, label: title })),
                      { value: "", label: t("base.noProduct") },
                    ]}
                    onChange={({ target: { value } }) => chooseProduct(value === "" ? null : value)}
                  />
                </label>
              ) : null}
              {inheritance.state === "failed" ? (
                <span className="flex items-center gap-2 text-bad text-xs">
                  {t("base.failed")}
                  <Button size="small" onClick={retry}>
                    {t("base.retry")}
                  </Button>
                </span>
              ) : null}
            </div>
            {isIdle(drawn.drawing) && !readOnly && target.standing.kind !== "resolver" ? <StartPanel /> : null}
            <LanesSurface
              drawing={drawn.drawing}
              ground={ground}
              standing={target.standing}
              isStale={problem !== null}
            />
          </div>
        </div>
        <div ref={region} aria-live="polite" className="sr-only" />
        <MoveToDialog ground={ground} drawing={drawn.drawing} />
        <Sheet open={isSheetOpen} onOpenChange={setSheetOpen} title={t("palette.title")} side="left">
          <div className="-m-4 flex min-h-full flex-col">
            {isWide === false ? palette(() => setSheetOpen(false)) : null}
          </div>
        </Sheet>
      </div>
    </BoardContext>
  );
}

function newBoard(): Board {
  const commands = new BoardCommands();
  const board = createBoard(commands);
  commands.board = board;
  return board;
}

/** The text as drawn; while it cannot be, what was drawn last stays. */
function useReading(text: Text) {
  const { target } = useEditing();
  const last = useRef<Extract<Reading, { state: "drawn" }> | null>(null);
  const reading = useMemo(
    () => readForDrawing(text, target.standing, last.current?.drawn.drawing ?? null),
    [text, target.standing],
  );
  if (reading.state === "drawn") last.current = reading;
  return {
    state: reading.state,
    drawn: reading.state === "blank" ? null : (last.current?.drawn ?? null),
    problem: reading.state === "broken" ? reading.problem : null,
  };
}

function focusWaiting(view: HTMLElement | null, waiting: { current: string | null }): void {
  const path = waiting.current;
  if (view === null || path === null) return;
  const card = view.querySelector<HTMLElement>(`[data-card="${CSS.escape(path)}"]`);
  if (card === null) return;
  waiting.current = null;
  card.focus({ preventScroll: true });
}

/** The form of the chosen card is beside the lanes, where there is room for it. */
function openForm(): void {
  requestAnimationFrame(() => {
    const form = globalThis.document.querySelector("[data-policy-form]");
    const field = form?.querySelector<HTMLElement>(
      ":is(input, textarea, select, [contenteditable=true]):not(:disabled)",
    );
    (field ?? form?.querySelector<HTMLElement>("button:not(:disabled)"))?.focus();
  });
}
