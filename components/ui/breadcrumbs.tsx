import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { classNames } from "./class-names";

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
    <nav
      aria-label={label}
      className={classNames("flex min-w-0 items-center gap-1 text-muted text-sm", trail.length === 1 && "shrink-0")}
    >
      {trail.map(({ text, href }, at) => (
        <Fragment key={href ?? text}>
          {at === 0 ? null : <ChevronRight size={14} aria-hidden className="shrink-0 text-faint" />}
          {href === undefined ? (
            <span aria-current="page" className="truncate">
              {text}
            </span>
          ) : (
            <Link href={href} className="block h-6 truncate rounded-[3px] leading-6 hover:text-text hover:underline">
              {text}
            </Link>
          )}
        </Fragment>
      ))}
      {closed ? null : <ChevronRight size={14} aria-hidden className="shrink-0 text-faint" />}
    </nav>
  );
}
