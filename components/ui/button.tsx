import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Slot } from "./slot";

export type ButtonTone = "primary" | "secondary" | "ghost" | "danger";

const tones: Record<ButtonTone, string> = {
  primary: "border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-hover",
  secondary: "border-line-control bg-surface text-text not-disabled:hover:bg-hover",
  ghost: "border-transparent bg-transparent text-text not-disabled:hover:bg-hover",
  danger: "border-transparent bg-bad-solid text-on-bad not-disabled:hover:brightness-110",
};

/** Something to press. While `busy` it keeps its size and cannot be pressed twice. */
export function Button({
  tone = "secondary",
  size = "medium",
  busy = false,
  asChild = false,
  className,
  children,
  disabled,
  ...rest
}: ComponentProps<"button"> & { tone?: ButtonTone; size?: "small" | "medium"; busy?: boolean; asChild?: boolean }) {
  const classes = classNames(
    "inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-control border font-strong text-sm transition-colors duration-100 disabled:opacity-55",
    size === "small" ? "h-7 px-2.5" : "h-8 px-3",
    tones[tone],
    className,
  );
  if (asChild) {
    return (
      <Slot className={classes} {...rest}>
        {children}
      </Slot>
    );
  }
  return (
    <button type="button" className={classes} disabled={disabled || busy} aria-busy={busy || undefined} {...rest}>
      {busy ? <LoaderCircle size={16} className="animate-spin" aria-hidden /> : null}
      {children}
    </button>
  );
}
