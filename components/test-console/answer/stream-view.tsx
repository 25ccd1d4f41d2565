// biome-ignore-all lint/a11y/useSemanticElements: the list itself is what scrolls and is labelled
"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Chunk } from "../run/console-run";

const shownOfOne = 4_000;

/** Pieces of an answer as they come, each with its time. Whoever looks at the end keeps looking at the end. */
export function StreamView({ chunks, going }: { chunks: readonly Chunk[]; going: boolean }) {
  const t = useTranslations("run.answer");
  const format = useFormatter();
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const virtual = useVirtualizer({
    count: chunks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 8,
  });
  useEffect(() => {
    if (atEnd.current && chunks.length > 0) virtual.scrollToIndex(chunks.length - 1, { align: "end" });
  }, [chunks.length, virtual]);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted text-xs">
        {going ? t("streamGoing", { count: chunks.length }) : t("streamEnded", { count: chunks.length })}
      </p>
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be focusable (WCAG 2.1.1)
        tabIndex={0}
        role="group"
        aria-label={t("stream")}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          atEnd.current = scrollTop + clientHeight >= scrollHeight - 24;
        }}
        className="h-96 overflow-auto rounded-control border border-line bg-sunken font-mono text-xs focus-visible:outline-offset-[-2px]"
      >
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const chunk = chunks[index];
            if (chunk === undefined) return null;
            return (
              <div
                key={index}
                ref={virtual.measureElement}
                data-index={index}
                className="absolute top-0 left-0 grid w-full grid-cols-[88px_minmax(0,1fr)] gap-2 border-line border-b px-3 py-1.5"
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className="text-faint">
                  {t("after", { ms: format.number(chunk.afterMs, { maximumFractionDigits: 0 }) })}
                </span>
                <span className="whitespace-pre-wrap break-all">
                  {chunk.encoding === "base64" ? t("bytes", { count: atob(chunk.text).length }) : clip(chunk.text)}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function clip(text: string): string {
  const trimmed = text.replace(/\n+$/, "");
  return trimmed.length > shownOfOne ? `${trimmed.slice(0, shownOfOne)}…` : trimmed;
}
