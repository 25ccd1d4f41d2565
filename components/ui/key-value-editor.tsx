"use client";

import { Plus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { TextInput } from "./text-input";

export interface Pair {
  key: string;
  value: string;
}

/** Names and values, in the order they were written; a name may stand more than once. */
export function KeyValueEditor({
  pairs,
  onPairs,
  keyLabel,
  valueLabel,
  addLabel,
  disabled = false,
  isMasked,
  onBlur,
}: {
  pairs: readonly Pair[];
  onPairs(pairs: Pair[]): void;
  keyLabel: string;
  valueLabel: string;
  addLabel: string;
  disabled?: boolean;
  /** Whether a value is a stored secret, of which only dots are known. */
  isMasked?(value: string): boolean;
  onBlur?(): void;
}) {
  const t = useTranslations("ui.list");
  const box = useRef<HTMLDivElement>(null);
  /** Where the focus goes when what was pressed has done its work. */
  const next = useRef<"name" | "add" | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const all = box.current?.querySelectorAll<HTMLElement>(next.current === "name" ? "[data-name]" : "[data-add]");
    all?.item(all.length - 1).focus();
    next.current = null;
  });
  const change = (at: number, part: Partial<Pair>) =>
    onPairs(pairs.map((pair, other) => (other === at ? { ...pair, ...part } : pair)));
  return (
    <div ref={box} className="flex flex-col gap-2">
      {pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair's name changes while it is typed
        <div key={at} className="flex items-start gap-1">
          <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-2">
            <TextInput
              mono
              data-name
              aria-label={`${keyLabel} ${at + 1}`}
              placeholder={keyLabel}
              value={pair.key}
              disabled={disabled}
              onBlur={onBlur}
              onChange={(event) => change(at, { key: event.target.value })}
            />
            <TextInput
              mono
              aria-label={`${valueLabel} ${at + 1}`}
              placeholder={valueLabel}
              value={pair.value}
              disabled={disabled}
              onBlur={onBlur}
              // A masked value is replaced as a whole: dots with letters after them would be kept as they stand.
              onFocus={(event) => (isMasked?.(pair.value) ? event.target.select() : undefined)}
              onChange={(event) => change(at, { value: event.target.value.replaceAll("•", "") })}
            />
          </div>
          {disabled ? null : (
            <IconButton
              icon={X}
              label={t("remove", { item: pair.key || `${at + 1}` })}
              onClick={() => {
                next.current = "add";
                onPairs(pairs.filter((_, other) => other !== at));
              }}
            />
          )}
        </div>
      ))}
      {disabled ? null : (
        <Button
          data-add
          size="small"
          className="self-start"
          onClick={() => {
            next.current = "name";
            onPairs([...pairs, { key: "", value: "" }]);
          }}
        >
          <Plus size={16} aria-hidden />
          {addLabel}
        </Button>
      )}
    </div>
  );
}
