// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows take the focus, as the ARIA grid pattern has it
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on a row is handled by the grid
"use client";

import Link from "next/link";
import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "../ui/checkbox";
import { classNames } from "../ui/class-names";
import { Skeleton } from "../ui/skeleton";
import type { Column } from "./column";

/** One row. The whole of it opens the page; its first cell is the link that says so. */
export function TableRow<T>({
  row,
  index,
  top,
  height,
  columns,
  tracks,
  narrow,
  href,
  focusable,
  isCurrent,
  selected,
  rowLabel,
  onSelect,
  onOpen,
  onFocus,
}: {
  row: T | undefined;
  index: number;
  top: number;
  height: number;
  columns: readonly Column<T>[];
  tracks: string;
  narrow: boolean;
  href?: string;
  focusable: boolean;
  isCurrent: boolean;
  selected?: boolean;
  rowLabel: string;
  onSelect(): void;
  onOpen(): void;
  onFocus(): void;
}) {
  const t = useTranslations("table");
  const first = columns[0];
  const cell = (column: Column<T>) =>
    row === undefined ? (
      <Skeleton className="h-3 w-2/3" />
    ) : column === first && href !== undefined ? (
      <Link
        href={href}
        prefetch={false}
        tabIndex={-1}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          onOpen();
        }}
        className="block truncate font-strong text-text group-hover/row:text-accent"
      >
        {column.render(row)}
      </Link>
    ) : (
      <div className="truncate">{column.render(row)}</div>
    );
  const onClick = (event: MouseEvent) => {
    const own = event.target instanceof Element && event.target.closest("a, button, input, label") !== null;
    if (!own && href !== undefined && window.getSelection()?.toString() === "") onOpen();
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-row={index}
      tabIndex={focusable ? 0 : -1}
      onFocus={onFocus}
      onClick={onClick}
      className={classNames(
        "group/row absolute inset-x-0 top-0 grid min-w-fit items-center border-line border-b focus-visible:outline-offset-[-2px]",
        href === undefined ? "" : "cursor-pointer hover:bg-hover",
        selected || isCurrent ? "bg-selected" : "",
      )}
      style={{ height, transform: `translateY(${top}px)`, gridTemplateColumns: narrow ? "36px minmax(0,1fr)" : tracks }}
    >
      {selected === undefined ? null : (
        <div role="gridcell" className="flex items-center justify-center">
          <Checkbox aria-label={t("select", { name: rowLabel })} tabIndex={-1} checked={selected} onChange={onSelect} />
        </div>
      )}
      {narrow ? (
        <div
          role="gridcell"
          className={classNames("flex min-w-0 items-center gap-3 px-3", selected === undefined && "col-span-2")}
        >
          <div className="min-w-0 flex-1">
            {first === undefined ? null : cell(first)}
            <div className="flex min-w-0 items-center gap-3 truncate text-muted text-xs">
              {columns.slice(1).map((column) =>
                column.phone === "hidden" || column.phone === "beside" || row === undefined ? null : (
                  <span key={column.id} className="min-w-0 truncate">
                    {column.render(row)}
                  </span>
                ),
              )}
            </div>
          </div>
          {columns.map((column) =>
            column.phone === "beside" && row !== undefined ? <div key={column.id}>{column.render(row)}</div> : null,
          )}
        </div>
      ) : (
        columns.map((column) => (
          <div
            key={column.id}
            role="gridcell"
            className={classNames("min-w-0 px-3", column.numeric && "text-right tabular-nums")}
          >
            {cell(column)}
          </div>
        ))
      )}
    </div>
  );
}
