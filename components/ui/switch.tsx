import type { ComponentProps } from "react";

/** On or off, at once visible which. */
export function Switch({
  checked,
  onChecked,
  ...rest
}: Omit<ComponentProps<"button">, "onClick" | "role"> & { checked: boolean; onChecked(checked: boolean): void }) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      onClick={() => onChecked(!checked)}
      className="group inline-flex h-6 w-9 shrink-0 items-center rounded-full disabled:opacity-55"
      {...rest}
    >
      <span className="flex h-5 w-9 items-center rounded-full border border-line-control bg-sunken p-0.5 transition-colors duration-120 group-aria-checked:border-accent group-aria-checked:bg-accent">
        <span className="size-3.5 rounded-full bg-line-control transition-transform duration-120 group-aria-checked:translate-x-4 group-aria-checked:bg-on-accent" />
      </span>
    </button>
  );
}
