"use client";

import { Ban, type LucideIcon } from "lucide-react";
import { memo, useEffect, useRef, useState } from "react";
import { classNames } from "../../ui/class-names";
import { dragNew } from "./drag-source";

/** One thing to add: by a click, by Enter, or by dragging it where it should go. */
export const PaletteItem = memo(function PaletteItem({
  icon: Icon,
  name,
  title,
  purpose,
  reason,
  xml,
  mark,
  onAdd,
}: {
  icon: LucideIcon;
  name: string;
  title: string;
  purpose: string;
  /** Why it may not stand where it would go; null: it may. */
  reason: string | null;
  xml(): string;
  mark?: string;
  onAdd(xml: string): void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [isAsked, setAsked] = useState(false);
  const make = useRef(xml);
  useEffect(() => {
    make.current = xml;
  });
  useEffect(() => (button.current === null ? undefined : dragNew(button.current, () => make.current(), name)), [name]);
  const isBarred = reason !== null;
  return (
    <button
      ref={button}
      type="button"
      data-entry
      aria-disabled={isBarred || undefined}
      title={purpose}
      onClick={() => (isBarred ? setAsked((asked) => !asked) : onAdd(xml()))}
      onBlur={() => setAsked(false)}
      className={classNames(
        "flex w-full min-w-0 items-start gap-2 rounded-control px-2 py-1.5 text-left hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2",
        isBarred ? "text-faint" : "cursor-grab",
      )}
    >
      {isBarred ? (
        <Ban size={16} aria-hidden className="mt-0.5 shrink-0" />
      ) : (
        <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      )}
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-1.5">
          <span className="min-w-0 truncate">{title}</span>
          {mark === undefined ? null : <span className="shrink-0 text-[11px] text-faint">{mark}</span>}
        </span>
        <span className={classNames("block text-faint text-xs", isAsked ? "break-words" : "truncate")}>
          {isBarred && isAsked ? reason : purpose}
        </span>
        {isBarred ? <span className="sr-only">{reason}</span> : null}
      </span>
    </button>
  );
});
