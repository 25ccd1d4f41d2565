"use client";

import { ChevronRight } from "lucide-react";
import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ElementPath } from "@/policy/xml/element-path";
import { classNames } from "../../ui/class-names";
import { Tooltip } from "../../ui/tooltip";
import { BaseBody } from "./base-body";
import { useBoard } from "./board";
import { CardActions } from "./card-actions";
import { iconOf } from "./category-icons";
import { dragCard } from "./drag-source";
import { isSectionName } from "./draw";
import type { Item } from "./drawing";
import { type Card, cardsOf, type LaneName } from "./drawing";
import { DropGap, EmptyGap } from "./drop-gap";
import { FactLine } from "./fact-line";
import { FragmentBody } from "./fragment-body";
import { usePolicyHelp } from "./policy-help";
import { ProblemMark } from "./problem-mark";
import type { CardProblem } from "./problems-by-card";
import { RemarkChip } from "./remark-chip";
import { useSignal } from "./signal";

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
  const count = items.filter(({ kind }) => kind === "card").length;
  const drawn: ReactNode[] = [];
  let gap = 0;
  for (const [index, item] of items.entries()) {
    if (item.kind === "remark") {
      drawn.push(<RemarkChip key={`remark ${index}`} remark={item} />);
      continue;
    }
    if (container !== null) drawn.push(<DropGap key={`gap ${gap}`} container={container} gap={gap} />);
    gap++;
    drawn.push(<PolicyCard key={item.path} card={item} lane={lane} level={level} position={gap} count={count} />);
    if (gap === count && container !== null) {
      drawn.push(<DropGap key={`gap ${gap}`} container={container} gap={gap} />);
    }
  }
  if (count === 0 && container !== null) drawn.push(<EmptyGap key="gap 0" container={container} />);
  return drawn;
});

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
  const t = useTranslations("visual");
  const board = useBoard();
  const { path, name, facts, role } = card;
  const isChosen = useSignal(board.chosen, (chosen) => chosen === path);
  const isFolded = useSignal(board.folded, (folded) => folded.has(path));
  const isReadOnly = useSignal(board.readOnly, (readOnly) => readOnly);
  const problems = useSignal(board.problems, (all) => all.get(path) ?? noProblems);
  const [isNear, setNear] = useState(false);
  const face = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (face.current === null || isReadOnly || path === "") return;
    return dragCard(face.current, path, name);
  }, [path, name, isReadOnly]);
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
      onPointerEnter={() => setNear(true)}
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
          isReadOnly ? "" : "cursor-grab",
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
        <Name card={card} lane={lane} problems={problems} />
        {isNear || isChosen ? (
          <div className="absolute top-1 right-1 flex rounded-control bg-surface shadow-[-6px_0_6px_var(--surface)]">
            <CardActions card={card} />
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
        <div role="group" className={classNames("pb-1", isBranch ? "px-1.5" : "px-1.5")}>
          <CardList items={card.items} container={path} lane={lane} level={level + 1} />
        </div>
      ) : null}
    </div>
  );
});

function Name({ card, problems }: { card: Card; lane: LaneName; problems: readonly CardProblem[] }) {
  const t = useTranslations("visual");
  const help = usePolicyHelp();
  const board = useBoard();
  const isFolded = useSignal(board.folded, (folded) => folded.has(card.path));
  const Icon = iconOf(card);
  const { title, purpose } = help(card.name);
  const isPolicy = card.role !== "branch" && card.role !== "unknown";
  const label = (
    <span className={classNames("min-w-0 truncate", card.role === "branch" ? "text-muted" : "font-strong")}>
      {card.name}
    </span>
  );
  return (
    <>
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-5 min-w-0 items-center gap-1.5">
          {isPolicy ? <Tooltip text={t("cardTooltip", { title, purpose })}>{label}</Tooltip> : label}
          <ProblemMark problems={problems} />
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
