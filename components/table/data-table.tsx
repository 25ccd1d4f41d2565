// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows take the focus, as the ARIA grid pattern has it
"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { classNames } from "../ui/class-names";
import type { Column, Sort } from "./column";
import { TableHeader } from "./table-header";
import { TableRow } from "./table-row";
import { useKeptScroll } from "./use-kept-scroll";
import { useNarrow } from "./use-narrow";
import { useRowKeys } from "./use-row-keys";
import { useRowWindow } from "./use-row-window";

export interface Selection {
  keys: ReadonlySet<string>;
  onChange(keys: ReadonlySet<string>): void;
}

const rowHeight = 36;
const phoneRowHeight = 56;

/** A list of any length: only the rows that are in sight are on the page, and only their data is fetched. */
export function DataTable<T>({
  label,
  columns,
  count,
  at,
  keyOf,
  hrefOf,
  onOpen,
  sort,
  onSort,
  selection,
  current,
  fill = false,
  scrollKey,
  onRange,
  empty,
}: {
  label: string;
  columns: readonly Column<T>[];
  /** undefined while nothing is known yet. */
  count: number | undefined;
  /** undefined while that row is on its way. */
  at(row: number): T | undefined;
  keyOf(row: T): string;
  hrefOf?(row: T): string;
  /** Called before a row's page is opened. */
  onOpen?(key: string): void;
  sort?: Sort;
  onSort?(sort: Sort): void;
  selection?: Selection;
  /** The row that was opened last. */
  current?: string | null;
  /** Takes the height that is left and scrolls within; otherwise as high as its rows, up to a screen. */
  fill?: boolean;
  scrollKey?: string;
  onRange?(first: number, last: number): void;
  empty?: ReactNode;
}) {
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const narrow = useNarrow();
  const height = narrow ? phoneRowHeight : rowHeight;
  const { rows, scrollTo } = useRowWindow({ count: count ?? 0, height, scroller, onRange });
  useKeptScroll(scroller, `scroll:${scrollKey ?? ""}`, scrollKey !== undefined && count !== undefined);
  const open = (row: T | undefined) => {
    if (row === undefined || hrefOf === undefined) return;
    onOpen?.(keyOf(row));
    router.push(hrefOf(row));
  };
  const toggle = (key: string) => {
    if (selection === undefined) return;
    const keys = new Set(selection.keys);
    if (!keys.delete(key)) keys.add(key);
    selection.onChange(keys);
  };
  const onKeyDown = useRowKeys({
    count: count ?? 0,
    scroller,
    active,
    setActive,
    scrollTo,
    open: (row) => open(at(row)),
    select: (row) => {
      const found = at(row);
      if (found !== undefined) toggle(keyOf(found));
    },
  });
  const tracks = [...(selection === undefined ? [] : ["36px"]), ...columns.map((column) => column.width)].join(" ");
  const loadedKeys =
    selection === undefined
      ? []
      : Array.from({ length: count ?? 0 }, (_, row) => at(row)).flatMap((row) =>
          row === undefined ? [] : [keyOf(row)],
        );
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count === undefined ? -1 : count + 1}
      aria-multiselectable={selection === undefined ? undefined : true}
      onKeyDown={onKeyDown}
      className={classNames(
        "relative min-w-0 overflow-auto rounded-card border border-line bg-surface",
        fill ? "min-h-0 flex-initial" : "max-h-[70dvh]",
      )}
    >
      <TableHeader
        columns={columns}
        tracks={tracks}
        narrow={narrow}
        sort={sort}
        onSort={onSort}
        selection={selection}
        loadedKeys={loadedKeys}
      />
      {count === undefined ? (
        <TableSkeleton rows={8} />
      ) : count === 0 ? (
        <div role="row">
          <div role="gridcell">{empty}</div>
        </div>
      ) : (
        <div role="presentation" className="relative" style={{ height: count * height }}>
          {rows.map((index) => {
            const row = at(index);
            return (
              <TableRow
                key={`${index}:${height}`}
                row={row}
                index={index}
                top={index * height}
                height={height}
                columns={columns}
                tracks={tracks}
                narrow={narrow}
                href={row === undefined ? undefined : hrefOf?.(row)}
                focusable={index === (active ?? rows[0])}
                isCurrent={row !== undefined && current === keyOf(row)}
                selected={selection === undefined || row === undefined ? undefined : selection.keys.has(keyOf(row))}
                onSelect={() => row !== undefined && toggle(keyOf(row))}
                onOpen={() => open(row)}
                onFocus={() => setActive(index)}
                rowLabel={row === undefined ? "" : keyOf(row)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

/** As high as the rows to come. The style sheet says so: the server does not know how wide the page is. */
function TableSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={row} className="flex h-9 items-center gap-6 border-line border-b px-3 max-sm:h-14">
          <span className="h-3 w-1/5 animate-pulse rounded-[4px] bg-hover" />
          <span className="h-3 w-2/5 animate-pulse rounded-[4px] bg-hover" />
          <span className="h-3 w-1/6 animate-pulse rounded-[4px] bg-hover" />
        </div>
      ))}
    </div>
  );
}
