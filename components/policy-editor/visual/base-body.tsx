"use client";

import { Lock } from "lucide-react";
import { useEffect, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Section } from "@/policy/exchange";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import { TextLink } from "../../ui/text-link";
import { useBoard } from "./board";
import type { InheritedGroup } from "./inheritance";
import { useSignal } from "./signal";
import { StillCard } from "./still-card";

const none: readonly InheritedGroup[] = [];

/** What base stands for here: the cards of wider scopes, and what is lost without it. */
export function BaseBody({ path, section }: { path: string; section: Section }) {
  const t = useTranslations("visual.base");
  const board = useBoard();
  const inheritance = useSignal(board.inheritance, (all) => all);
  const isLeaving = useSignal(board.leaving, (leaving) => leaving === path);
  if (inheritance.state === "loading") return <Skeleton className="my-1 h-4 w-2/3" />;
  const groups = inheritance.state === "known" ? inheritance.sections[section] : none;
  return (
    <span className="block">
      {inheritance.state === "failed" ? <span className="block text-bad text-xs">{t("failed")}</span> : null}
      {inheritance.state === "none" ? <span className="block text-faint text-xs">{t("outermost")}</span> : null}
      {inheritance.state === "known" && groups.length === 0 ? (
        <span className="block text-faint text-xs">{t("nothing")}</span>
      ) : null}
      {groups.map((group) => (
        <span
          key={`${group.href} ${group.cards[0]?.path}`}
          className="mt-1 block border-line border-t border-dashed pt-1 first:mt-0 first:border-0 first:pt-0"
        >
          <span className="flex min-h-6 min-w-0 items-center gap-1.5 text-faint text-xs">
            <Lock size={12} aria-hidden className="shrink-0" />
            <span className="min-w-0 flex-1 truncate">{t("from", { owner: group.title })}</span>
            <TextLink
              href={group.href}
              aria-label={t("editLabel", { owner: group.title })}
              className="inline-flex min-h-6 shrink-0 items-center px-1"
              draggable={false}
            >
              {t("edit")}
            </TextLink>
          </span>
          {group.cards.map((card) => (
            <StillCard key={card.path} card={card} dropped={isLeaving} />
          ))}
        </span>
      ))}
      {isLeaving ? <Leaving path={path} groups={groups} /> : null}
    </span>
  );
}

function Leaving({ path, groups }: { path: string; groups: readonly InheritedGroup[] }) {
  const t = useTranslations("visual.base");
  const locale = useLocale();
  const { commands, leaving } = useBoard();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const names = groups.flatMap(({ cards }) => cards.map(({ name }) => name));
  const owners = [...new Set(groups.map(({ title }) => title))];
  const list = (parts: readonly string[], type: "conjunction" | "unit") =>
    new Intl.ListFormat(locale, { type, style: "short" }).format(parts);
  const stay = () => {
    leaving.set(null);
    commands.choose(path, true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question inside of a card, no part of a form
    <span
      role="group"
      aria-label={t("remove")}
      className="enter-fade mt-2 block rounded-control border border-line bg-bad-soft p-2 text-text text-xs"
      onKeyDown={(event) => {
        if (event.key === "Escape") stay();
        event.stopPropagation();
      }}
    >
      <span className="block break-words">
        {names.length === 0
          ? t("dropsNothing")
          : t("drops", { count: names.length, owners: list(owners, "conjunction"), names: list(names, "unit") })}
      </span>
      <span className="mt-2 flex flex-wrap gap-1.5">
        <Button ref={keep} size="small" onClick={stay}>
          {t("keep")}
        </Button>
        <Button size="small" tone="danger" onClick={() => commands.remove(path, true)}>
          {t("remove")}
        </Button>
      </span>
    </span>
  );
}
