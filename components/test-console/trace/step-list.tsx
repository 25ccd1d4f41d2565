// biome-ignore-all lint/a11y/useFocusableInteractive: the tree has the focus and says which of its steps is chosen
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the tree reads the keys
"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { CircleAlert } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Section } from "@/policy/exchange";
import { classNames } from "../../ui/class-names";
import { branchOf } from "./branch-of";
import { lanes } from "./lane";
import { moveOnKey } from "./move-on-key";
import type { StepChoice } from "./step-choice";
import type { TraceStep } from "./trace-steps";
import { useMilliseconds } from "./use-milliseconds";
import { useStepTexts } from "./use-step-texts";

type Row = { section: Section } | { step: TraceStep };

/** All steps by their sections, in their order, with what was inside each below it. */
export function StepList({ steps, chosen, onChoose, onMove }: StepChoice) {
  const t = useTranslations("run.trace");
  const milliseconds = useMilliseconds();
  const { lineText } = useStepTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo<Row[]>(
    () =>
      steps.flatMap((step, at): Row[] =>
        step.section === steps[at - 1]?.section ? [{ step }] : [{ section: step.section }, { step }],
      ),
    [steps],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at] !== undefined && "step" in rows[at] ? 44 : 30),
    overscan: 12,
    // What comes before and after the chosen one stays in sight.
    scrollPaddingStart: 44,
    scrollPaddingEnd: 44,
  });
  const chosenRow = rows.findIndex((row) => "step" in row && row.step.index === chosen);
  useEffect(() => {
    if (chosenRow >= 0) virtual.scrollToIndex(chosenRow, { align: "auto" });
  }, [chosenRow, virtual]);
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={t("steps")}
      aria-activedescendant={`trace-step-${chosen}`}
      tabIndex={0}
      onKeyDown={moveOnKey(onMove)}
      className="max-h-90 min-h-0 overflow-y-auto focus-visible:outline-offset-[-2px] lg:sticky lg:top-0 lg:max-h-150"
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const style = { transform: `translateY(${start}px)`, height: size };
          if ("section" in row) {
            return (
              <div
                key={`lane-${index}`}
                role="presentation"
                className={classNames(
                  "absolute inset-x-0 top-0 flex items-end px-4 pb-1 font-strong text-xs",
                  lanes[row.section].text,
                )}
                style={style}
              >
                {t(`lane.${row.section}`)}
              </div>
            );
          }
          const { step } = row;
          const { entry } = step;
          const failed = entry.error !== undefined || entry.source === "error";
          const isChosen = step.index === chosen;
          const branch = branchOf(step, steps);
          return (
            <div
              key={step.index}
              id={`trace-step-${step.index}`}
              role="treeitem"
              aria-level={step.depth + 1}
              aria-selected={isChosen}
              aria-posinset={step.index + 1}
              aria-setsize={steps.length}
              onClick={() => onChoose(step.index)}
              className={classNames(
                "absolute inset-x-0 top-0 cursor-pointer overflow-hidden pr-4",
                isChosen ? "bg-selected" : "hover:bg-hover",
              )}
              style={{ ...style, paddingLeft: 16 + Math.min(step.depth, 8) * 14 }}
            >
              <span aria-hidden className={classNames("absolute inset-y-0 left-0 w-[3px]", lanes[step.section].fill)} />
              <span className="flex items-center gap-2 pt-1 leading-[18px]">
                {failed ? <CircleAlert size={14} aria-label={t("failed")} className="shrink-0 text-bad" /> : null}
                <span className={classNames("truncate font-mono text-xs", failed && "text-bad")}>{entry.source}</span>
                {branch === null ? null : <span className="shrink-0 text-faint text-xs">{branch}</span>}
                {step.occurrence > 0 && entry.place !== undefined ? (
                  <span className="shrink-0 text-faint text-xs">{t("again", { count: step.occurrence + 1 })}</span>
                ) : null}
                <span className="ml-auto shrink-0 pl-2 text-faint text-xs tabular-nums">
                  {entry.durationMs === undefined ? "" : milliseconds(entry.durationMs)}
                </span>
              </span>
              <span className="block truncate text-muted text-xs leading-[18px]">{lineText(entry)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
