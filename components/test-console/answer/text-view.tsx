// biome-ignore-all lint/a11y/useSemanticElements: the text itself is what scrolls and is labelled
"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { CodeBlock } from "../../ui/code-block";
import { CopyButton } from "../../ui/copy-button";
import { pieces } from "./pieces";

const lineHeight = 18;
const longestLine = 2_000;
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
  const lines = useMemo(() => pieces(text, longestLine), [text]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  const digits = String(lines.length).length;
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
        <div className="relative min-w-max" style={{ height: virtual.getTotalSize() }}>
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
