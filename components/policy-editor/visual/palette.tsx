"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, memo, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { PolicyCategory } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import { elementsOf } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { useActions } from "../../shell/use-actions";
import { Select } from "../../ui/select";
import { TextInput } from "../../ui/text-input";
import { useEditing } from "../editing";
import { useBoard } from "./board";
import { categoryIcons } from "./category-icons";
import { isSectionName } from "./draw";
import type { Lane } from "./drawing";
import { firstSuggestions } from "./first-suggestions";
import { placeForNew } from "./keyboard-moves";
import { newElement } from "./new-element";
import { paletteEntries, searchEntries } from "./palette-entries";
import { PaletteItem } from "./palette-item";
import type { Ground } from "./places";
import { usePolicyHelp } from "./policy-help";
import { useSignal } from "./signal";
import { useRefusalText } from "./use-refusal-text";

/** All policies, to be added where the person is. */
export const Palette = memo(function Palette({
  ground,
  lanes,
  onAdded,
}: {
  ground: Ground;
  lanes: readonly Lane[];
  onAdded?(): void;
}) {
  const t = useTranslations("visual.palette");
  const tLane = useTranslations("visual.lane");
  const locale = useLocale();
  const { target, knowledge } = useEditing();
  const board = useBoard();
  const help = usePolicyHelp();
  const why = useRefusalText(target.standing);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [query, setQuery] = useState("");
  const wanted = useDeferredValue(query);
  const held = lanes.filter(({ exists, path }) => exists && path !== null);
  const chosen = useSignal(board.chosen, (path) => path) ?? held[0]?.path ?? "";
  const lane = held.find(({ path }) => path === chosen || chosen.startsWith(`${path}/`)) ?? held[0];
  useActions([
    {
      id: "visual-search",
      label: t("searchAction"),
      group: "page",
      stays: true,
      shortcut: "/",
      icon: Search,
      run: () => search.current?.focus(),
    },
  ]);

  const entries = useMemo(
    () => paletteEntries(target.standing.kind, help, locale),
    [target.standing.kind, help, locale],
  );
  const suggestions = useMemo(() => firstSuggestions(knowledge), [knowledge]);
  const subjects = useMemo(
    () =>
      [...new Set([...entries, ...suggestions].map(({ name }) => name))].map((name) => {
        return { name, subject: { elements: elementsOf(parse(newElement(name)).document.nodes), moved: null } };
      }),
    [entries, suggestions],
  );
  // Arrows lead from card to card faster than this is found out.
  const near = useDeferredValue(chosen);
  const reasons = useMemo(() => {
    const container = ground.containers.find(({ path }) => path === lane?.path) ?? ground.containers[0];
    const found = new Map<string, string>();
    for (const { name, subject } of subjects) {
      if (placeForNew(ground, subject, near) !== null) continue;
      const refusal = container === undefined ? null : ground.refusal(container, subject);
      found.set(name, refusal === null ? "" : why(refusal));
    }
    return found;
  }, [ground, subjects, near, lane?.path, why]);
  const reasonOf = (name: string): string | null => {
    const reason = reasons.get(name);
    return reason === undefined ? null : reason === "" ? t("notHere") : reason;
  };
  const add = (xml: string) => {
    board.commands.put(xml, null);
    onAdded?.();
  };

  const found = searchEntries(entries, wanted);
  const isSearching = wanted.trim() !== "";
  const groups = isSearching ? [[null, found] as const] : groupsOf(found);
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Escape") return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>("[data-entry]") ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    if (event.key === "Escape") {
      if (query !== "") setQuery("");
      else if (chosen !== "") board.commands.choose(chosen, true);
      search.current?.focus();
    } else if (event.key === "ArrowUp" && at <= 0) search.current?.focus();
    else items[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows lead from the search into the list
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={walk}>
      <div className="flex shrink-0 flex-col gap-2 px-2 pt-2 pb-1">
        <div className="relative">
          <Search size={16} aria-hidden className="pointer-events-none absolute top-2 left-2 text-faint" />
          <TextInput
            ref={search}
            type="search"
            value={query}
            aria-label={t("search")}
            placeholder={t("search")}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              list.current?.querySelector<HTMLElement>("[data-entry]:not([aria-disabled])")?.click();
            }}
            className="pl-8"
          />
        </div>
        {held.length > 1 && lane !== undefined ? (
          <label htmlFor={id} className="flex items-center gap-2 text-muted text-xs">
            <span className="shrink-0 whitespace-nowrap">{t("to")}</span>
            <Select
              id={id}
              className="flex-1"
              value={lane.path ?? ""}
              options={held.map(({ path, name, tag }) => ({
                value: path ?? "",
                label: isSectionName(name) ? tLane(name) : tag,
              }))}
              onChange={(event) => board.commands.choose(event.target.value)}
            />
          </label>
        ) : null}
      </div>
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto px-1 pb-4">
        {isSearching || target.standing.kind === "resolver" ? null : (
          <Group title={t("first")}>
            {suggestions.map((suggestion) => (
              <PaletteItem
                key={suggestion.id}
                icon={categoryIcons[definitionOf(suggestion.name)?.category ?? "control"]}
                name={suggestion.name}
                title={t(`suggestion.${suggestion.id}`)}
                purpose={t(`suggestionText.${suggestion.id}`)}
                reason={reasonOf(suggestion.name)}
                xml={() => suggestion.xml}
                onAdd={add}
              />
            ))}
          </Group>
        )}
        {groups.map(([category, members]) => (
          <Group key={category ?? "found"} title={category === null ? null : t(`category.${category}`)}>
            {members.map(({ name, title, purpose, category: own, isPreview }) => (
              <PaletteItem
                key={name}
                icon={categoryIcons[own]}
                name={name}
                title={title}
                purpose={purpose}
                reason={reasonOf(name)}
                mark={isPreview ? t("preview") : undefined}
                xml={() => newElement(name, knowledge)}
                onAdd={add}
              />
            ))}
          </Group>
        ))}
        {found.length === 0 ? <p className="px-2 py-3 text-faint text-xs">{t("none", { text: wanted })}</p> : null}
      </div>
    </div>
  );
});

function Group({ title, children }: { title: string | null; children: React.ReactNode }) {
  return (
    <section className="pt-2">
      {title === null ? null : <h3 className="px-2 pb-0.5 font-strong text-muted text-xs">{title}</h3>}
      {children}
    </section>
  );
}

function groupsOf<E extends { category: PolicyCategory }>(entries: readonly E[]): [PolicyCategory, E[]][] {
  const groups = new Map<PolicyCategory, E[]>();
  for (const entry of entries) groups.set(entry.category, [...(groups.get(entry.category) ?? []), entry]);
  return [...groups];
}
