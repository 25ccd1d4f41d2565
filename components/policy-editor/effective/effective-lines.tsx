"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { EffectiveDocument } from "@/policy/effective/effective-document";
import { useNarrow } from "../../table/use-narrow";
import { classNames } from "../../ui/class-names";
import type { ChainLink } from "../chain/use-chain";
import { drawnLines } from "./drawn-lines";
import { LineOriginLabel } from "./line-origin-label";
import { shownLines } from "./shown-lines";

const lineHeight = 24;

/**
 * The lines of the effective document; where one begins that was written elsewhere than the one before, it says where.
 * Only those in sight are drawn, each with its place among all, and the nearest origins beyond them, which Tab leads to.
 */
export function EffectiveLines({
  effective,
  chain,
  only,
  find,
  scroller,
}: {
  effective: EffectiveDocument;
  chain: readonly ChainLink[];
  /** The owner whose lines alone are shown; null shows all. */
  only: string | null;
  find: string;
  scroller: RefObject<HTMLElement | null>;
}) {
  const t = useTranslations("effective");
  const narrow = useNarrow();
  const { lines, count, firsts } = useMemo(() => shownLines(effective, only, find), [effective, only, find]);
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<number | null>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0));
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    // On a phone what says where a line is from stands above it.
    estimateSize: (at) => (narrow && lines[at]?.isFirst ? 2 * lineHeight : lineHeight),
    getItemKey: (at) => lines[at]?.number ?? at,
    scrollMargin: above,
    overscan: 12,
    rangeExtractor: ({ startIndex, endIndex, overscan }) =>
      drawnLines(startIndex - overscan, endIndex + overscan, lines.length, firsts, focused.current),
  });
  return (
    <>
      <p role="status" className="text-muted text-xs">
        {lines.length === 0 ? t("none") : t("lines", { shown: lines.length, count })}
      </p>
      <ol
        ref={list}
        aria-label={t("label")}
        onFocus={({ target }) => {
          focused.current = Number(target.closest<HTMLElement>("[data-index]")?.dataset.index);
        }}
        onBlur={() => {
          focused.current = null;
        }}
        className="relative min-w-0 shrink-0 overflow-hidden rounded-card border border-line bg-surface"
        style={{ height: virtual.getTotalSize() + 2 }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              className={classNames(
                "absolute inset-x-0 top-0 flex flex-col hover:bg-hover sm:flex-row-reverse",
                line.isFirst && index > 0 && "border-line border-t",
              )}
              style={{ transform: `translateY(${start - above}px)` }}
            >
              <span className="w-full shrink-0 px-3 sm:w-72 sm:border-line sm:border-l">
                {line.isFirst && line.origin !== null ? <LineOriginLabel origin={line.origin} chain={chain} /> : null}
              </span>
              <span className="flex min-w-0 flex-1">
                <span
                  aria-hidden
                  className="w-12 shrink-0 bg-sunken pr-2 text-right font-mono text-faint text-xs leading-6"
                >
                  {line.number}
                </span>
                <code className="min-w-0 flex-1 whitespace-pre-wrap break-words px-2 text-xs leading-6">
                  {line.text === "" ? " " : line.text}
                </code>
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
