"use client";

import { useTranslations } from "use-intl";
import { definitionOf } from "@/policy/catalog/definitions";
import { useEditing } from "../editing";
import { useBoard } from "./board";
import { categoryIcons } from "./category-icons";
import { firstSuggestions } from "./first-suggestions";

/** Where nothing happens to a request yet: what people do first. */
export function StartPanel() {
  const t = useTranslations("visual.start");
  const tPalette = useTranslations("visual.palette");
  const { knowledge } = useEditing();
  const { commands } = useBoard();
  return (
    <section className="px-1 pt-4 pb-1">
      <h2 className="text-base">{t("title")}</h2>
      <p className="mt-0.5 text-muted">{t("text")}</p>
      <div className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(208px,1fr))] gap-2">
        {firstSuggestions(knowledge).map(({ id, name, xml }) => {
          const Icon = categoryIcons[definitionOf(name)?.category ?? "control"];
          return (
            <button
              key={id}
              type="button"
              onClick={() => commands.put(xml, null)}
              className="flex min-w-0 items-start gap-2.5 rounded-card border border-line bg-surface px-3 py-2.5 text-left transition-colors duration-100 hover:border-line-control hover:bg-hover"
            >
              <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-accent" />
              <span className="min-w-0">
                <span className="block font-strong">{tPalette(`suggestion.${id}`)}</span>
                <span className="block text-muted text-xs">{tPalette(`suggestionText.${id}`)}</span>
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
