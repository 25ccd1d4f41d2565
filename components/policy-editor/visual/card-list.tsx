"use client";

import { ChevronRight } from "lucide-react";
import { memo, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ElementPath } from "@/policy/xml/element-path";
import { classNames } from "../../ui/class-names";
import { Tooltip } from "../../ui/tooltip";
import { BaseBody } from "./base-body";
import { useBoard } from "./board";
import { CardActions } from "./card-actions";
import { CardIconMark } from "./card-icons";
import { useCardSurroundings } from "./card-surroundings";
import { iconOf } from "./category-icons";
import { dragCard } from "./drag-source";
import { isSectionName } from "./draw";
import type { Item } from "./drawing";
import { areSameItems, type Card, cardsOf, type LaneName } from "./drawing";
import { DropGap, EmptyGap } from "./drop-gap";
import { FactLine } from "./fact-line";
import { FragmentBody } from "./fragment-body";
import { ProblemMark } from "./problem-mark";
import type { CardProblem } from "./problems-by-card";
import { RemarkChip } from "./remark-chip";
import { useSignal } from "./signal";
import { heightOf, stretchesOf } from "./stretches";

const noProblems: readonly CardProblem[] = [];

/** Cards with the places between them, and remarks where their authors put them. */
export const CardList = memo(function CardList({
  items,
  container,
  lane,
  level,
}: {
  items: readonly Item[];
  /** null: a root, beside which nothing can stand. */
  container: ElementPath | null;
  lane: LaneName;
  level: number;
}) {
  const count = cardsOf(items).length;
  const stretches = useMemo(() => stretchesOf(items), [items]);
  const shared = { container, lane, level, count };
  if (count === 0 && container !== null) {
    return (
      <>
        <Stretch items={items} from={0} {...shared} />
        <EmptyGap container={container} />
      </>
    );
  }
  if (stretches.length === 1) return <Stretch items={items} from={0} {...shared} />;
  return stretches.map((stretch, index) => (
    // What is out of view is neither laid out nor painted: a thousand cards cost as much as those that are seen.
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is where it is, whatever stands in it
      key={index}
      style={{ containIntrinsicBlockSize: `auto ${heightOf(stretch.items)}px` }}
      className="-mx-0.5 px-0.5 [content-visibility:auto]"
    >
      <Stretch {...stretch} {...shared} />
    </div>
  ));
});

/** Some of the cards of a list. An edit of one leaves the other stretches as they are. */
const Stretch = memo(
  function Stretch({
    items,
    from,
    count,
    container,
    lane,
    level,
  }: {
    items: readonly Item[];
    /** How many cards of the list stand before it. */
    from: number;
    count: number;
    container: ElementPath | null;
    lane: LaneName;
    level: number;
  }) {
    const drawn: ReactNode[] = [];
    let gap = from;
    for (const [index, item] of items.entries()) {
      if (item.kind === "remark") {
        drawn.push(<RemarkChip key={`remark ${index}`} of={item.of} text={item.text} />);
        continue;
      }
      if (container !== null) drawn.push(<DropGap key={`gap ${gap}`} container={container} gap={gap} />);
      gap++;
      drawn.push(<PolicyCard key={item.path} card={item} lane={lane} level={level} position={gap} count={count} />);
      if (gap === count && container !== null) {
        drawn.push(<DropGap key={`gap ${gap}`} container={container} gap={gap} />);
      }
    }
    return drawn;
  },
  ({ items: before, ...one }, { items: after, ...other }) =>
    areSameItems(before, after) &&
    one.from === other.from &&
    one.count === other.count &&
    one.container === other.container &&
    one.lane === other.lane &&
    one.level === other.level,
);

/** One policy of the document. It is drawn anew when it says something else, is chosen, or is told of a problem. */
const PolicyCard = memo(function PolicyCard({
  card,
  lane,
  level,
  position,
  count,
}: {
  card: Card;
  lane: LaneName;
  level: number;
  position: number;
  count: number;
}) {
  const { t, readOnly } = useCardSurroundings();
  const board = useBoard();
  const { path, name, facts, role } = card;
  const isChosen = useSignal(board.chosen, (chosen) => chosen === path);
  const isFolded = useSignal(board.folded, (folded) => folded.has(path));
  const problems = useSignal(board.problems, (all) => all.get(path) ?? noProblems);
  const [isNear, setNear] = useState(false);
  const face = useRef<HTMLDivElement>(null);
  // It can be dragged from the moment the pointer first comes near, and stays so: a drag takes the pointer away.
  const [isWithinReach, setWithinReach] = useState(false);
  useLayoutEffect(() => {
    if (face.current === null || !isWithinReach || readOnly || path === "") return;
    return dragCard(face.current, path, name);
  }, [path, name, readOnly, isWithinReach]);
  const isContainer = card.items !== null;
  const isOpen = isContainer && !isFolded;
  const spoken = facts.map(({ label, value }) => `, ${label === null ? "" : `${label} `}${value}`).join("");
  const isBranch = role === "branch";
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it answers to keys
    <div
      ref={face}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={count}
      aria-selected={isChosen}
      aria-expanded={isContainer ? isOpen : undefined}
      aria-label={t("cardLabel", { name, facts: spoken, problems: problems.length })}
      data-card={path}
      tabIndex={isChosen ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        if (event.target instanceof Element && event.target.closest("a, button, [popover]") !== null) return;
        board.commands.choose(path, true);
      }}
      onPointerEnter={() => {
        setNear(true);
        setWithinReach(true);
      }}
      onPointerLeave={() => setNear(false)}
      className={classNames(
        "relative scroll-mt-14 scroll-mb-6 rounded-control border outline-none transition-colors duration-100 data-dragged:opacity-45 focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-1",
        isBranch ? "border-transparent bg-sunken" : "bg-surface",
        role === "base" && "border-dashed bg-transparent",
        isChosen ? "border-accent shadow-[0_0_0_1px_var(--accent)]" : isBranch ? "" : "border-line",
        role === "unknown" && !isChosen && "border-bad border-dashed",
      )}
    >
      <div
        className={classNames(
          "group/face relative flex min-h-8 min-w-0 items-start gap-1.5 rounded-control py-1.5 pr-2",
          isContainer ? "pl-1" : "pl-2",
          readOnly ? "" : "cursor-grab",
        )}
      >
        {isContainer ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={t(isOpen ? "fold" : "unfold", { name })}
            onClick={(event) => {
              event.stopPropagation();
              board.commands.fold(path);
            }}
            className="-my-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-control text-faint hover:bg-hover hover:text-text"
          >
            <ChevronRight
              size={14}
              aria-hidden
              className={classNames("transition-transform duration-150", isOpen && "rotate-90")}
            />
          </button>
        ) : null}
        <Name card={card} problems={problems} isFolded={isFolded} isNear={isNear} />
        {isNear || isChosen ? (
          <div className="pointer-events-none absolute inset-x-1 top-0.5 @container flex justify-end">
            <div
              className={classNames(
                "pointer-events-auto flex rounded-control",
                isBranch || role === "base"
                  ? "bg-sunken shadow-[-10px_0_6px_-5px_var(--sunken)]"
                  : "bg-surface shadow-[-10px_0_6px_-5px_var(--surface)]",
              )}
            >
              <CardActions card={card} />
            </div>
          </div>
        ) : null}
      </div>
      {role === "base" && isSectionName(lane) ? (
        <div className="px-2 pb-2">
          <BaseBody path={path} section={lane} />
        </div>
      ) : null}
      {card.fragmentId === null ? null : (
        <div className="px-2 pb-1">
          <FragmentBody path={path} id={card.fragmentId} />
        </div>
      )}
      {isOpen && card.items !== null ? (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree
        <div role="group" className="px-1.5 pb-1">
          <CardList items={card.items} container={path} lane={lane} level={level + 1} />
        </div>
      ) : null}
    </div>
  );
});

function Name({
  card,
  problems,
  isFolded,
  isNear,
}: {
  card: Card;
  problems: readonly CardProblem[];
  isFolded: boolean;
  isNear: boolean;
}) {
  const { t, help } = useCardSurroundings();
  // Nobody can ask what it is who does not point at it.
  const isExplained = isNear && card.role !== "branch" && card.role !== "unknown";
  const label = (
    <span className={classNames("min-w-0 truncate", card.role === "branch" ? "text-muted" : "font-strong")}>
      {card.name}
    </span>
  );
  return (
    <>
      <CardIconMark name={iconOf(card)} />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-5 min-w-0 items-center gap-1.5">
          {isExplained ? <Tooltip text={t("cardTooltip", { ...help(card.name) })}>{label}</Tooltip> : label}
          {problems.length === 0 ? null : <ProblemMark problems={problems} />}
        </div>
        <FactLine facts={card.facts} />
        {card.role === "unknown" ? <div className="text-bad text-xs">{t("unknown")}</div> : null}
        {card.role === "base" ? <div className="text-faint text-xs">{t("base.what")}</div> : null}
        {isFolded && card.items !== null ? (
          <div className="text-faint text-xs">{t("folded", { count: cardsOf(card.items).length })}</div>
        ) : null}
      </div>
    </>
  );
}
