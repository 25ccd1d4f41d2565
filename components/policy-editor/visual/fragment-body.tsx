"use client";

import { ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { parse } from "@/policy/xml/parse";
import { classNames } from "../../ui/class-names";
import { TextLink } from "../../ui/text-link";
import { policyHref } from "../chain/policy-href";
import { useBoard, withToggled } from "./board";
import { draw } from "./draw";
import { cardsOf } from "./drawing";
import { useSignal } from "./signal";
import { StillCard } from "./still-card";

/** What an included fragment does, shown when somebody asks. */
export function FragmentBody({ path, id }: { path: string; id: string }) {
  const t = useTranslations("visual.fragment");
  const { opened, fragments } = useBoard();
  const isOpen = useSignal(opened, (all) => all.has(path));
  const text = useSignal(fragments, (all) => all.get(id.toLowerCase()));
  const cards = useMemo(() => {
    if (text === undefined) return null;
    const { document } = parse(text);
    return draw(document, { kind: "fragment", scope: "any" }, null).lanes.flatMap(({ items }) => cardsOf(items));
  }, [text]);
  if (cards === null) return <span className="block text-faint text-xs">{id === "" ? null : t("missing")}</span>;
  return (
    <span className="block">
      <span className="flex min-w-0 items-center gap-1 text-xs">
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={isOpen}
          aria-label={`${t("count", { count: cards.length })}: ${t(isOpen ? "hide" : "show", { name: id })}`}
          onClick={(event) => {
            event.stopPropagation();
            opened.set(withToggled(opened.value, path));
          }}
          className="-ml-1 inline-flex min-h-6 min-w-0 items-center gap-1 rounded-control px-1 text-muted hover:bg-hover"
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={classNames("transition-transform duration-150", isOpen && "rotate-90")}
          />
          <span className="truncate">{t("count", { count: cards.length })}</span>
        </button>
        <span className="flex-1" />
        <TextLink
          href={policyHref(`/policyFragments/${id}`)}
          aria-label={`${t("open")} ${id}`}
          className="inline-flex min-h-6 items-center px-1"
          draggable={false}
        >
          {t("open")}
        </TextLink>
      </span>
      {isOpen ? (
        <span className="mt-1 block border-line border-l pl-2.5">
          {cards.length === 0 ? <span className="block text-faint text-xs">{t("empty")}</span> : null}
          {cards.map((card) => (
            <StillCard key={card.path} card={card} />
          ))}
        </span>
      ) : null}
    </span>
  );
}
