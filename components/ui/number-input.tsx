"use client";

import { type ComponentProps, useState } from "react";
import { classNames } from "./class-names";

type Props = Omit<ComponentProps<"input">, "value" | "onChange" | "type"> & {
  value: number | null;
  onValue(value: number | null): void;
  unit?: string;
};

/** A number, typed freely: what is not a number yet stays on screen and counts as none. */
export function NumberInput({ value, onValue, unit, className, ...rest }: Props) {
  const [text, setText] = useState(value === null ? "" : String(value));
  const shown =
    text !== "" && Number(text) === value
      ? text
      : value === null && Number.isNaN(Number(text))
        ? text
        : value === null
          ? ""
          : String(value);
  return (
    <span className={classNames("relative block", className ?? "w-full max-w-40")}>
      <input
        inputMode="decimal"
        autoComplete="off"
        className={classNames("control tabular-nums", unit !== undefined && "pr-12")}
        value={shown}
        onChange={(event) => {
          const next = event.target.value.trim();
          setText(next);
          onValue(next === "" || Number.isNaN(Number(next)) ? null : Number(next));
        }}
        {...rest}
      />
      {unit === undefined ? null : (
        <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-faint text-xs">
          {unit}
        </span>
      )}
    </span>
  );
}
