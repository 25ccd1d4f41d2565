import type { ReactNode } from "react";
import { Breadcrumbs } from "../ui/breadcrumbs";

/** Where a page stands and its tabs, in one line: the room below belongs to what is worked on. */
export function WideHeader({
  crumbs = [],
  crumbsLabel = "",
  title,
  aside,
  tabs,
}: {
  crumbs?: readonly { text: string; href?: string }[];
  crumbsLabel?: string;
  title: ReactNode;
  aside?: ReactNode;
  tabs?: ReactNode;
}) {
  return (
    <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 border-line border-b px-4 max-sm:px-3">
      <div className="flex min-w-0 flex-1 basis-52 items-center gap-x-2.5 py-1.5">
        {crumbs.length === 0 ? null : (
          <span className="min-w-0 shrink max-md:hidden">
            <Breadcrumbs label={crumbsLabel} trail={crumbs} closed={false} />
          </span>
        )}
        <h1 className="min-w-0 truncate text-base">{title}</h1>
        {aside === undefined ? null : <span className="flex min-w-0 shrink-0 gap-2 max-lg:hidden">{aside}</span>}
      </div>
      {tabs === undefined ? null : <div className="min-w-0 self-end">{tabs}</div>}
    </header>
  );
}
