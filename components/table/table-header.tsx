// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows take the focus, as the ARIA grid pattern has it
"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { Checkbox } from "../ui/checkbox";
import { classNames } from "../ui/class-names";
import type { Column, Sort } from "./column";
import type { Selection } from "./data-table";

/** Stays in sight while the rows scroll. On a phone only the box that selects all is left of it. */
export function TableHeader<T>({
  columns,
  tracks,
  narrow,
  sort,
  onSort,
  selection,
  loadedKeys,
}: {
  columns: readonly Column<T>[];
  tracks: string;
  narrow: boolean;
  sort?: Sort;
  onSort?(sort: Sort): void;
  selection?: Selection;
  loadedKeys: readonly string[];
}) {
  const t = useTranslations("table");
  const chosen = loadedKeys.filter((key) => selection?.keys.has(key)).length;
  const selectAll =
    selection === undefined ? null : (
      <div role="columnheader" className="flex items-center justify-center">
        <Checkbox
          aria-label={t("selectAll")}
          checked={chosen > 0 && chosen === loadedKeys.length}
          indeterminate={chosen > 0 && chosen < loadedKeys.length}
          disabled={loadedKeys.length === 0}
          onChange={() => selection.onChange(new Set(chosen === loadedKeys.length ? [] : loadedKeys))}
        />
      </div>
    );
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-9 min-w-fit items-center border-line border-b bg-sunken text-muted text-xs"
      style={{ gridTemplateColumns: narrow ? "36px 1fr" : tracks }}
    >
      {selectAll}
      {narrow ? (
        <div role="columnheader" className={classNames("px-3", selection === undefined && "col-span-2")}>
          {columns[0]?.label}
        </div>
      ) : (
        columns.map((column) => {
          const sorted = sort !== undefined && sort.member === column.sort;
          const Icon = !sorted ? ChevronsUpDown : sort.descending ? ArrowDown : ArrowUp;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : undefined}
              className={classNames("flex min-w-0 px-3", column.numeric && "justify-end")}
            >
              {column.sort === undefined || onSort === undefined ? (
                <span className="truncate">{column.label}</span>
              ) : (
                <button
                  type="button"
                  className="group -mx-1 flex h-6 min-w-0 items-center gap-1 rounded-[4px] px-1 hover:text-text"
                  onClick={() => onSort({ member: column.sort as string, descending: sorted && !sort.descending })}
                >
                  <span className="truncate">{column.label}</span>
                  <Icon
                    size={12}
                    aria-hidden
                    className={classNames("shrink-0", sorted ? "text-accent" : "opacity-0 group-hover:opacity-100")}
                  />
                </button>
              )}
            </div>
          );
        })
      )}
    </div>
  );
}
