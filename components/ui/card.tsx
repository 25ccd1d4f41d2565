import type { ReactNode } from "react";
import { classNames } from "./class-names";

export function Card({
  title,
  id,
  actions,
  flush = false,
  className,
  children,
}: {
  title?: ReactNode;
  id?: string;
  actions?: ReactNode;
  /** Lets the content reach the edges, for lists and tables. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className={classNames("min-w-0 rounded-card border border-line bg-surface", className)}>
      {title === undefined ? null : (
        <header className="flex min-h-11 items-center justify-between gap-3 border-line border-b px-4">
          <h2 className="truncate text-base">{title}</h2>
          {actions === undefined ? null : <div className="flex shrink-0 items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? "" : "p-4"}>{children}</div>
    </section>
  );
}
