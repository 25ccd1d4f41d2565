import type { ReactNode } from "react";
import { Breadcrumbs } from "../ui/breadcrumbs";

/** What a page is, and what can be done on it. */
export function PageHeader({
  crumbs,
  crumbsLabel,
  title,
  aside,
  lead,
  actions,
  tabs,
}: {
  crumbs?: readonly { text: string; href?: string }[];
  crumbsLabel?: string;
  title: ReactNode;
  /** Stands beside the title: kind, state. */
  aside?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
}) {
  return (
    <header className={tabs === undefined ? "pb-4" : "mb-5 border-line border-b"}>
      {crumbs === undefined ? null : (
        <div className="mb-1">
          <Breadcrumbs label={crumbsLabel ?? ""} trail={crumbs} />
        </div>
      )}
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 break-words text-xl">{title}</h1>
        {aside}
        <div className="flex-1" />
        {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {lead === undefined ? null : <p className="mt-0.5 max-w-180 text-muted">{lead}</p>}
      {tabs === undefined ? null : <div className="mt-3">{tabs}</div>}
    </header>
  );
}
