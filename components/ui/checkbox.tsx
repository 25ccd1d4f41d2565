"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A box to tick, with room of 24 pixels around it. */
export function Checkbox({
  indeterminate = false,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { indeterminate?: boolean }) {
  return (
    <span className={classNames("relative inline-flex size-6 shrink-0 items-center justify-center", className)}>
      <input
        type="checkbox"
        ref={(element) => {
          if (element !== null) element.indeterminate = indeterminate;
        }}
        className="peer absolute inset-0 m-0 size-6 appearance-none rounded-control focus-visible:outline-offset-[-3px] disabled:cursor-not-allowed"
        {...rest}
      />
      <span
        aria-hidden
        className="pointer-events-none flex size-4 items-center justify-center rounded-[4px] border border-line-control bg-surface text-transparent peer-checked:border-accent peer-checked:bg-accent peer-checked:text-on-accent peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-indeterminate:text-on-accent peer-disabled:opacity-55"
      >
        {indeterminate ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
      </span>
    </span>
  );
}
