"use client";

import type { ReactNode } from "react";

/** One of a few, all of them in sight. */
export function Segments<Value extends string>({
  name,
  label,
  describedBy,
  invalid,
  value,
  options,
  onValue,
}: {
  name: string;
  label: string;
  describedBy?: string;
  invalid?: boolean;
  /** null: none of them. */
  value: Value | null;
  options: readonly { value: Value; text: ReactNode; quiet?: boolean }[];
  onValue(value: Value): void;
}) {
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className="inline-flex max-w-full flex-wrap gap-0.5 self-start rounded-control border border-line-control bg-surface p-0.5 aria-invalid:border-bad"
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex min-h-6.5 min-w-0 cursor-pointer items-center rounded-[4px] px-2 text-sm hover:bg-hover has-checked:bg-selected has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-[4px] outline-none"
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span className="min-w-0 break-words">{option.text}</span>
        </label>
      ))}
    </div>
  );
}
