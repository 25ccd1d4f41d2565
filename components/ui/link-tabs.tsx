"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { classNames } from "./class-names";

/** Tabs that are addresses. */
export function LinkTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly {
    href: string;
    query?: string;
    text: string;
    /** Called when somebody is about to open it. */
    onNear?(): void;
  }[];
}) {
  const pathname = usePathname();
  const row = useRef<HTMLElement>(null);
  // On a phone the row scrolls: the current tab must be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which tab is current follows from the address
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current === null || current == null) return;
    const end = current.offsetLeft - row.current.offsetLeft + current.offsetWidth;
    row.current.scrollLeft = Math.max(0, end - row.current.clientWidth);
  }, [pathname]);
  return (
    <nav ref={row} aria-label={label} className="-mb-px flex gap-1 overflow-x-auto">
      {tabs.map(({ href, query = "", text, onNear }) => {
        const current = pathname === href;
        return (
          <Link
            key={href}
            href={`${href}${query}`}
            onPointerEnter={onNear}
            onFocus={onNear}
            onClick={onNear}
            aria-current={current ? "page" : undefined}
            className={classNames(
              "flex h-9 shrink-0 items-center border-b-2 px-2.5 focus-visible:outline-offset-[-2px]",
              current ? "border-accent font-strong text-text" : "border-transparent text-muted hover:text-text",
            )}
          >
            {text}
          </Link>
        );
      })}
    </nav>
  );
}
