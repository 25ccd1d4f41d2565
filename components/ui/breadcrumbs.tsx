import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";

/** Where this page stands. The last one is the page itself. */
export function Breadcrumbs({
  label,
  trail,
  closed = true,
}: {
  label: string;
  trail: readonly { text: string; href?: string }[];
  /** False: the page's title follows. */
  closed?: boolean;
}) {
  return (
    <nav aria-label={label} className="flex min-w-0 items-center gap-1 text-muted text-sm">
      {trail.map(({ text, href }, at) => (
        <Fragment key={href ?? text}>
          {at === 0 ? null : <ChevronRight size={14} aria-hidden className="shrink-0 text-faint" />}
          {href === undefined ? (
            <span aria-current="page" className="truncate">
              {text}
            </span>
          ) : (
            <Link
              href={href}
              className="inline-flex h-6 items-center truncate rounded-[3px] hover:text-text hover:underline"
            >
              {text}
            </Link>
          )}
        </Fragment>
      ))}
      {closed ? null : <ChevronRight size={14} aria-hidden className="shrink-0 text-faint" />}
    </nav>
  );
}
