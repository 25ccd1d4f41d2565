"use client";

import { ArrowRight, Plus } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { useBoard } from "./board";
import { CardList } from "./card-list";
import { isSectionName } from "./draw";
import { cardsOf, type Lane } from "./drawing";
import { laneHues } from "./lane-hues";
import { ProblemMark } from "./problem-mark";
import type { CardProblem } from "./problems-by-card";
import { useSignal } from "./signal";

const noProblems: readonly CardProblem[] = [];

/** One stretch of the request's way, with the policies on it from top to bottom. */
export const LaneColumn = memo(function LaneColumn({
  lane,
  isFirst,
  inherits,
}: {
  lane: Lane;
  isFirst: boolean;
  /** Whether there is anything wider that base could stand for. */
  inherits: boolean;
}) {
  const t = useTranslations("visual");
  const board = useBoard();
  const { name, path, exists, items } = lane;
  const isChosen = useSignal(board.chosen, (chosen) => chosen === path && path !== null);
  const isStop = useSignal(board.chosen, (chosen) => chosen === path || (chosen === null && isFirst));
  const problems = useSignal(board.problems, (all) => (path === null ? noProblems : (all.get(path) ?? noProblems)));
  const isReadOnly = useSignal(board.readOnly, (readOnly) => readOnly);
  const hue = laneHues[name];
  const count = cardsOf(items).filter(({ role }) => role !== "base").length;
  const title = t(`lane.${name}`);
  const isSection = isSectionName(name);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it answers to keys
    <div
      role="treeitem"
      aria-level={1}
      aria-label={t("laneLabel", { lane: title, count })}
      aria-selected={isChosen}
      aria-expanded={exists ? true : undefined}
      data-lane={name}
      data-card={path ?? undefined}
      tabIndex={isStop && path !== null ? 0 : -1}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("a, button, [popover]") !== null) return;
        if (path !== null && exists) board.commands.choose(path, true);
      }}
      className="group/lane flex min-h-full min-w-0 flex-col outline-none transition-opacity duration-150 data-barred:opacity-45"
    >
      <div
        className={classNames(
          "sticky top-0 z-10 flex flex-col bg-sunken pt-3 pb-1 group-focus-visible/lane:[&>div]:outline-2 group-focus-visible/lane:[&>div]:outline-accent",
        )}
      >
        <span aria-hidden className={classNames("h-[3px] rounded-full", hue.line)} />
        <div
          className={classNames(
            "mt-1 flex min-h-9 min-w-0 flex-wrap items-baseline gap-x-1.5 rounded-control px-1.5 py-1.5",
            isChosen && "bg-selected",
          )}
        >
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-1.5 @min-[560px]/lanes:flex-col">
            <span className={classNames("min-w-0 font-strong", hue.text)}>{title}</span>
            <span className="inline-flex min-w-0 max-w-full items-center gap-1 text-faint text-xs">
              <ArrowRight size={12} aria-hidden className="shrink-0" />
              <span className="truncate">{t(`way.${name}`)}</span>
            </span>
          </span>
          <ProblemMark problems={problems} />
          <span data-bar className="w-full text-bad text-xs empty:hidden" />
        </div>
      </div>
      {exists ? (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree
        <div role="group" className="flex-1 px-0.5 pb-6">
          <CardList items={items} container={path} lane={name} level={2} />
          {isSection && inherits && !lane.hasBase ? (
            <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 px-1.5 text-faint text-xs">
              <span>{t("base.gone")}</span>
              {isReadOnly || (name === "backend" && count > 0) ? null : (
                <Button
                  size="small"
                  tone="ghost"
                  className="-ml-1"
                  onClick={() => board.commands.putBaseBack(path ?? "")}
                >
                  {t("base.putBack")}
                </Button>
              )}
            </div>
          ) : null}
        </div>
      ) : (
        <div className="m-0.5 flex flex-col items-start gap-2 rounded-control border border-line border-dashed p-3 text-faint text-xs">
          <span>{t("missing.text")}</span>
          {isReadOnly || !isSection ? null : (
            <Button size="small" onClick={() => board.commands.createSection(name)}>
              <Plus size={16} aria-hidden />
              {t("missing.create", { lane: title })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
});
