import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Tooltip } from "./tooltip";

/** An icon with a name: shown as a tooltip, read by a screen reader. */
export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = "medium",
  className,
  ...rest
}: ComponentProps<"button"> & { icon: LucideIcon; label: string; shortcut?: string; size?: "small" | "medium" }) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        className={classNames(
          "inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors duration-100 not-disabled:hover:bg-hover not-disabled:hover:text-text disabled:opacity-50 data-[state=open]:bg-hover",
          size === "small" ? "size-7" : "size-8",
          className,
        )}
        {...rest}
      >
        <Icon size={16} aria-hidden />
      </button>
    </Tooltip>
  );
}
