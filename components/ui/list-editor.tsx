// biome-ignore-all lint/suspicious/noArrayIndexKey: items are controlled values; the position is their only identity
"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { ListControls } from "./list-controls";

/** Several of one thing, in an order that buttons can change. */
export function ListEditor<T>({
  items,
  onItems,
  blank,
  addLabel,
  itemLabel,
  disabled = false,
  ordered = false,
  framed = false,
  max,
  renderItem,
}: {
  items: readonly T[];
  onItems(items: T[]): void;
  blank(): T;
  addLabel: string;
  itemLabel(at: number): string;
  disabled?: boolean;
  ordered?: boolean;
  /** Draws a box around each item, for items of several fields. */
  framed?: boolean;
  max?: number;
  renderItem(item: T, at: number): ReactNode;
}) {
  const move = (from: number, to: number) => {
    const next = [...items];
    const [moved] = next.splice(from, 1);
    next.splice(to, 0, moved as T);
    onItems(next);
  };
  return (
    <div className="flex flex-col gap-2">
      {items.map((item, at) => {
        const controls = disabled ? null : (
          <ListControls
            key="controls"
            item={itemLabel(at)}
            position={at}
            count={items.length}
            ordered={ordered}
            onMove={(to) => move(at, to)}
            onRemove={() => onItems(items.filter((_, other) => other !== at))}
          />
        );
        return framed ? (
          <div key={at} className="min-w-0 rounded-control border border-line">
            <div className="flex min-h-9 items-center justify-between gap-2 border-line border-b bg-sunken pr-1 pl-3">
              <span className="truncate text-muted text-xs">{itemLabel(at)}</span>
              {controls}
            </div>
            <div className="p-3">{renderItem(item, at)}</div>
          </div>
        ) : (
          <div key={at} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">{renderItem(item, at)}</div>
            {controls}
          </div>
        );
      })}
      {disabled || (max !== undefined && items.length >= max) ? null : (
        <Button size="small" className="self-start" onClick={() => onItems([...items, blank()])}>
          <Plus size={16} aria-hidden />
          {addLabel}
        </Button>
      )}
    </div>
  );
}
