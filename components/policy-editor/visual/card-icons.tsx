import { memo } from "react";
import { type CardIcon, cardIcons } from "./category-icons";

const idOf = (name: string): string => `card-icon-${name}`;

/** The icons of all cards, once: a card refers to its own, which costs a tenth of drawing it. */
export const CardIconSheet = memo(function CardIconSheet() {
  return (
    <svg aria-hidden="true" focusable="false" className="absolute size-0">
      {Object.entries(cardIcons).map(([name, Icon]) => (
        <symbol key={name} id={idOf(name)} viewBox="0 0 24 24">
          <Icon />
        </symbol>
      ))}
    </svg>
  );
});

export const CardIconMark = ({ name }: { name: CardIcon }) => (
  <svg width={16} height={16} aria-hidden="true" focusable="false" className="mt-0.5 shrink-0 text-muted">
    <use href={`#${idOf(name)}`} />
  </svg>
);
