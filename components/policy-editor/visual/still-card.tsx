import { classNames } from "../../ui/class-names";
import { cardIcons, iconOf } from "./category-icons";
import { type Card, cardsOf } from "./drawing";
import { FactLine } from "./fact-line";

/** A policy of another document: to be read, not to be touched. */
export function StillCard({ card, dropped = false }: { card: Card; dropped?: boolean }) {
  const Icon = cardIcons[iconOf(card)];
  const inside = cardsOf(card.items ?? []);
  return (
    <span className="block min-w-0">
      <span className="flex min-h-6 min-w-0 items-center gap-1.5 text-muted text-xs">
        <Icon size={14} aria-hidden className="shrink-0 text-faint" />
        <span className={classNames("max-w-full shrink-0 truncate", dropped && "line-through decoration-bad")}>
          {card.name}
        </span>
        {dropped ? null : <FactLine facts={card.facts.slice(0, 1)} className="flex-1 text-[11px]" />}
      </span>
      {inside.length === 0 ? null : (
        <span className="ml-1.5 block border-line border-l pl-2.5">
          {inside.map((each) => (
            <StillCard key={each.path} card={each} dropped={dropped} />
          ))}
        </span>
      )}
    </span>
  );
}
