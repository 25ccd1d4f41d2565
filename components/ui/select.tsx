import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** The platform's own choice list: it works with every keyboard, screen reader and phone. */
export function Select({
  options,
  className,
  ...rest
}: Omit<ComponentProps<"select">, "children"> & { options: readonly { value: string; label: string }[] }) {
  return (
    <span className={classNames("relative block", className)}>
      <select className="control appearance-none pr-8" {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden className="pointer-events-none absolute top-2 right-2 text-muted" />
    </span>
  );
}
