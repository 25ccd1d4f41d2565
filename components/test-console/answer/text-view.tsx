// biome-ignore-all lint/a11y/useSemanticElements: the text itself is what scrolls and is labelled
"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { CodeBlock } from "../../ui/code-block";
import { CopyButton } from "../../ui/copy-button";
import { pieces } from "./pieces";

const lineHeight = 18;
/** Beside the text: the number of its line, the button that copies. */
const margins = 24 + 48;
/** Beyond this, only what is in sight is drawn. */
const drawnAtOnce = 60_000;

/** Text of any length, with a button that copies all of it. */
export function TextView({ text, label }: { text: string; label: string }) {
  return text.length <= drawnAtOnce ? (
    <CodeBlock code={text} label={label} wrap />
  ) : (
    <LongText text={text} label={label} />
  );
}

function LongText({ text, label }: { text: string; label: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const letters = useRef<HTMLSpanElement>(null);
  const [columns, setColumns] = useState(80);
  const digits = useMemo(() => String(text.split("\n").length).length, [text]);
  const lines = useMemo(() => pieces(text, columns), [text, columns]);
  useLayoutEffect(() => {
    const { current: element } = scroller;
    if (element === null) return;
    const measure = () => {
      const letter = (letters.current?.getBoundingClientRect().width ?? 0) / 100;
      if (letter > 0) setColumns(Math.max(20, Math.floor((element.clientWidth - margins) / letter) - digits));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [digits]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  return (
    <div className="relative min-w-0 rounded-control border border-line bg-sunken">
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be focusable (WCAG 2.1.1)
        tabIndex={0}
        role="group"
        aria-label={label}
        className="h-96 overflow-auto py-2 font-mono text-xs focus-visible:outline-offset-[-2px]"
      >
        <span aria-hidden className="invisible absolute size-0 overflow-hidden">
          <span ref={letters} className="inline-block">
            {"0".repeat(100)}
          </span>
        </span>
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              className="absolute top-0 left-0 flex whitespace-pre pr-11"
              style={{ height: lineHeight, lineHeight: `${lineHeight}px`, transform: `translateY(${start}px)` }}
            >
              <span
                aria-hidden
                className="select-none px-3 text-right text-faint"
                style={{ minWidth: `calc(${digits}ch + 24px)` }}
              >
                {lines[index]?.line}
              </span>
              <span>{lines[index]?.text}</span>
            </div>
          ))}
        </div>
      </div>
      <div className="absolute top-1.5 right-4 rounded-control bg-sunken pr-1.5 pl-1">
        <CopyButton text={text} />
      </div>
    </div>
  );
}
