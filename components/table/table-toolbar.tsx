"use client";

import { Columns3, Search, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useActions } from "../shell/use-actions";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { IconButton } from "../ui/icon-button";
import { Popover } from "../ui/popover";
import { Select } from "../ui/select";

interface Facet {
  id: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
}

const settleMs = 150;

/** Filter, choices, count and columns above a table; what can be done with the chosen rows takes their place. */
export function TableToolbar({
  filter,
  onFilter,
  facets,
  onFacet,
  count,
  columns,
  onColumn,
  selected,
  onClear,
  actions,
  aside,
}: {
  filter: string;
  onFilter(text: string): void;
  facets: readonly Facet[];
  onFacet(id: string, value: string): void;
  count: number | undefined;
  columns: readonly { id: string; label: string; shown: boolean }[];
  onColumn(id: string, shown: boolean): void;
  selected: number;
  onClear(): void;
  /** For the chosen rows. */
  actions: ReactNode;
  /** For the table as a whole. */
  aside?: ReactNode;
}) {
  const t = useTranslations("table");
  if (selected > 0) {
    return (
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-2" role="toolbar" aria-label={t("selection")}>
        <span className="font-strong tabular-nums" role="status">
          {t("selected", { count: selected })}
        </span>
        <Button size="small" tone="ghost" onClick={onClear}>
          {t("clearSelection")}
        </Button>
        <div className="flex-1" />
        {actions}
      </div>
    );
  }
  return (
    <div className="mb-2 flex min-h-8 flex-wrap items-center gap-2">
      <FilterInput value={filter} onValue={onFilter} label={t("filter")} clearLabel={t("clearFilter")} />
      {facets.map((facet) => (
        <Select
          key={facet.id}
          aria-label={facet.label}
          className="w-40 max-sm:flex-1"
          value={facet.value}
          options={[{ value: "", label: t("anyOf", { member: facet.label }) }, ...facet.options]}
          onChange={(event) => onFacet(facet.id, event.target.value)}
        />
      ))}
      <div className="flex-1 max-sm:hidden" />
      <span className="text-muted text-xs tabular-nums" role="status">
        {/* The space keeps the line, which may be one of its own on a phone. */}
        {count === undefined ? "\u00a0" : t("count", { count })}
      </span>
      {columns.length < 2 ? null : (
        <div className="max-sm:hidden">
          <Popover label={t("columns")} trigger={<IconButton icon={Columns3} label={t("columns")} />}>
            <ul className="p-2">
              {columns.map(({ id, label, shown }) => (
                <li key={id}>
                  {/* biome-ignore lint/a11y/noLabelWithoutControl: the box stands inside */}
                  <label className="flex h-8 items-center gap-2 px-1">
                    <Checkbox checked={shown} onChange={(event) => onColumn(id, event.target.checked)} />
                    {label}
                  </label>
                </li>
              ))}
            </ul>
          </Popover>
        </div>
      )}
      {aside}
    </div>
  );
}

function FilterInput({
  value,
  onValue,
  label,
  clearLabel,
}: {
  value: string;
  onValue(value: string): void;
  label: string;
  clearLabel: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  useActions([{ id: "filter", group: "page", label, shortcut: "/", run: () => input.current?.focus() }]);
  useEffect(() => {
    // The address changed by other means: back, a link.
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onValue(typed);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [typed, onValue]);
  return (
    <div className="relative w-full sm:w-72">
      <Search size={16} aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-faint" />
      <input
        ref={input}
        type="text"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          if (typed === "") input.current?.blur();
          setTyped("");
        }}
        className="control px-8!"
      />
      {typed === "" ? null : (
        <IconButton
          icon={X}
          label={clearLabel}
          size="small"
          className="absolute top-0.5 right-0.5"
          onClick={() => {
            setTyped("");
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
