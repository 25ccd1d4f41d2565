"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { classNames } from "../ui/class-names";
import { navigationGroups } from "./navigation-items";

const isWithin = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);

export function Navigation({ onNavigate }: { onNavigate?(): void }) {
  const t = useTranslations("navigation");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="flex flex-col">
      {navigationGroups.map((group, at) => (
        <ul
          key={group[0]?.id}
          className={classNames("flex flex-col gap-px", at > 0 && "mt-3 border-line border-t pt-3")}
        >
          {group.map(({ id, href, icon: Icon }) => {
            const current = isWithin(pathname, href);
            return (
              <li key={id}>
                <Link
                  href={href}
                  prefetch={false}
                  onClick={onNavigate}
                  aria-current={current ? "page" : undefined}
                  className={classNames(
                    "flex min-h-8 items-center gap-2.5 rounded-control px-2.5 py-1",
                    current ? "bg-selected font-strong text-text" : "text-muted hover:bg-hover hover:text-text",
                  )}
                >
                  <Icon size={16} aria-hidden className={classNames("shrink-0", current && "text-accent")} />
                  <span className="min-w-0 break-words leading-5">{t(`items.${id}`)}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      ))}
    </nav>
  );
}
