// biome-ignore-all lint/a11y/useFocusableInteractive: the strip has the focus and says which of its steps is chosen
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the strip reads the keys
"use client";

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "../../ui/class-names";
import { lanes } from "./lane";
import { moveOnKey } from "./move-on-key";
import type { StepChoice } from "./step-choice";
import { type StripBlock, stripLayout } from "./strip-layout";
import type { TraceStep } from "./trace-steps";
import { useMilliseconds } from "./use-milliseconds";

const rowHeight = 28;
const rowGap = 2;
const beyond = 400;

/** All steps in the colours of their sections, as wide as their time. It scrolls by itself. */
export function StepStrip({ steps, chosen, onChoose, onMove }: StepChoice) {
  const t = useTranslations("run.trace");
  const milliseconds = useMilliseconds();
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [scrolled, setScrolled] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setRoom(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const layout = useMemo(() => stripLayout(steps, room), [steps, room]);
  const current = blockOf(layout.blocks, steps, chosen);
  useEffect(() => {
    const element = scroller.current;
    const near = current ?? layout.blocks.findLast(({ step, row }) => row === 0 && step.index <= chosen);
    if (element === null || near === undefined) return;
    const { left, width } = near;
    if (left < element.scrollLeft) element.scrollLeft = Math.max(0, left - 24);
    else if (left + Math.min(width, room) > element.scrollLeft + room)
      element.scrollLeft = left + Math.min(width, room) - room + 24;
  }, [current, layout, chosen, room]);
  const inSight = layout.blocks.filter(
    ({ left, width }) => left + width > scrolled - beyond && left < scrolled + room + beyond,
  );
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={t("strip")}
      aria-orientation="horizontal"
      aria-activedescendant={current === undefined ? undefined : `strip-${current.step.index}`}
      tabIndex={0}
      onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
      onKeyDown={moveOnKey(onMove)}
      className="relative overflow-x-auto overflow-y-hidden rounded-control focus-visible:outline-offset-2"
      style={{ height: layout.rows * (rowHeight + rowGap) + 10 }}
    >
      <div className="relative" style={{ width: layout.width, height: layout.rows * (rowHeight + rowGap) }}>
        {inSight.map(({ step, row, left, width }) => {
          const failed = step.entry.error !== undefined || step.entry.source === "error";
          const isChosen = step.index === current?.step.index;
          return (
            <div
              key={step.index}
              id={`strip-${step.index}`}
              role="option"
              aria-selected={isChosen}
              aria-label={t(failed ? "stepFailed" : "step", {
                name: step.entry.source,
                lane: t(`lane.${step.section}`),
                ms: milliseconds(step.durationMs),
              })}
              title={`${step.entry.source} · ${milliseconds(step.durationMs)}`}
              onClick={() => onChoose(step.index)}
              className={classNames(
                "absolute flex cursor-pointer items-center overflow-hidden rounded-[4px] px-1.5 text-xs",
                failed ? "bg-bad-solid text-on-bad" : `${lanes[step.section].soft} text-text`,
                isChosen && "outline-2 outline-accent -outline-offset-2",
              )}
              style={{ left, width, top: row * (rowHeight + rowGap), height: rowHeight }}
            >
              <span aria-hidden className={classNames("absolute inset-y-0 left-0 w-[3px]", lanes[step.section].fill)} />
              {width > 56 ? <span className="truncate pl-1 font-mono">{step.entry.source}</span> : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Of a note, which has no block, that of the step it belongs to. */
function blockOf(blocks: readonly StripBlock[], steps: readonly TraceStep[], chosen: number): StripBlock | undefined {
  for (let at: number | null = chosen; at !== null; at = steps[at]?.parent ?? null) {
    const index: number = at;
    const found = blocks.find(({ step }) => step.index === index);
    if (found !== undefined) return found;
  }
  return undefined;
}
