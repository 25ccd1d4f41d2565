"use client";

import { Code, Columns2, Workflow } from "lucide-react";
import { useTranslations } from "use-intl";
import { classNames } from "../../ui/class-names";
import { modes, type View } from "./view-choice";

const icons = { visual: Workflow, split: Columns2, code: Code };

/** Visual, split or code; the effective policy is none of them. */
export function ModeSwitch({ view, onView }: { view: View; onView(view: View): void }) {
  const t = useTranslations("editor.view");
  return (
    <fieldset className="flex shrink-0 rounded-control border border-line-control bg-surface p-px">
      <legend className="sr-only">{t("label")}</legend>
      {modes.map((mode) => {
        const Icon = icons[mode];
        return (
          <button
            key={mode}
            type="button"
            aria-pressed={view === mode}
            onClick={() => onView(mode)}
            className={classNames(
              "flex h-7 items-center gap-1.5 rounded-[5px] px-2.5 max-sm:px-2",
              view === mode ? "bg-selected font-strong text-accent" : "text-muted hover:bg-hover hover:text-text",
            )}
          >
            <Icon size={16} aria-hidden />
            <span className="max-sm:sr-only">{t(mode)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
