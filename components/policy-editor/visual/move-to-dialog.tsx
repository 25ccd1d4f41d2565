"use client";

import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "../../ui/class-names";
import { Dialog } from "../../ui/dialog";
import { TextInput } from "../../ui/text-input";
import { useBoard } from "./board";
import type { Drawing } from "./drawing";
import { subjectAt } from "./keyboard-moves";
import { laneHues } from "./lane-hues";
import { namePlaces, type PlaceName } from "./place-names";
import type { Ground } from "./places";
import { useSignal } from "./signal";

/** Every place where a card may go, by name. */
export function MoveToDialog({ ground, drawing }: { ground: Ground; drawing: Drawing }) {
  const t = useTranslations("visual.moveTo");
  const { moving, commands } = useBoard();
  const path = useSignal(moving, (at) => at);
  const [last, setLast] = useState(path);
  if (path !== null && path !== last) setLast(path);
  const name = last === null ? "" : (drawing.cards.get(last)?.name ?? "");
  return (
    <Dialog
      open={path !== null}
      onOpenChange={(open) => (open ? undefined : moving.set(null))}
      title={t("title", { name })}
    >
      {path === null ? null : (
        <Places
          path={path}
          ground={ground}
          drawing={drawing}
          onChoose={({ place }) => {
            moving.set(null);
            commands.moveTo(path, place);
          }}
        />
      )}
    </Dialog>
  );
}

function Places({
  path,
  ground,
  drawing,
  onChoose,
}: {
  path: string;
  ground: Ground;
  drawing: Drawing;
  onChoose(name: PlaceName): void;
}) {
  const t = useTranslations("visual.moveTo");
  const tLane = useTranslations("visual.lane");
  const [filter, setFilter] = useState("");
  const names = useMemo(() => {
    const subject = subjectAt(ground, path);
    return subject === null ? [] : namePlaces(drawing, ground.placesFor(subject));
  }, [ground, drawing, path]);
  const spoken = (name: PlaceName): string =>
    name.isOnly ? t("only") : name.behind === null ? t("first") : t("behind", { name: name.behind });
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = names.filter((name) => {
    const text = [tLane(name.lane), ...name.inside, spoken(name)].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const card = drawing.cards.get(path)?.name ?? "";
  if (names.length === 0) return <p className="py-3 text-muted">{t("nowhere", { name: card })}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows lead from the filter into the list
    <div className="flex min-h-0 flex-col gap-2 pb-2" onKeyDown={walk}>
      <TextInput
        value={filter}
        aria-label={t("filter")}
        placeholder={t("filter")}
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === "Enter" && !event.nativeEvent.isComposing && first !== undefined) onChoose(first);
        }}
      />
      <ul className="-mx-2 max-h-[50vh] min-h-24 overflow-y-auto">
        {found.map((name) => (
          <li key={name.key} className="[contain-intrinsic-size:auto_2rem] [content-visibility:auto]">
            <button
              type="button"
              data-entry
              onClick={() => onChoose(name)}
              className="flex min-h-8 w-full min-w-0 flex-wrap items-center gap-x-1 rounded-control px-2 py-1 text-left hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2"
            >
              <span className={classNames("font-strong", laneHues[name.lane].text)}>{tLane(name.lane)}</span>
              {name.inside.map((outer) => (
                <span key={outer} className="inline-flex min-w-0 items-center gap-1 text-muted">
                  <ChevronRight size={12} aria-hidden className="shrink-0 text-faint" />
                  <span className="truncate">{outer}</span>
                </span>
              ))}
              <ChevronRight size={12} aria-hidden className="shrink-0 text-faint" />
              <span className="min-w-0 break-words">{spoken(name)}</span>
            </button>
          </li>
        ))}
        {found.length === 0 ? <li className="px-2 py-1.5 text-faint">{t("none")}</li> : null}
      </ul>
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, [data-entry]")];
  const next = stops.indexOf(document.activeElement as HTMLElement) + (event.key === "ArrowDown" ? 1 : -1);
  event.preventDefault();
  stops[Math.min(Math.max(0, next), stops.length - 1)]?.focus();
}
