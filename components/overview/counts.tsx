"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { useFirstOf } from "../data/use-collection";
import { type NavigationItem, navigationItems } from "../shell/navigation-items";
import { Skeleton } from "../ui/skeleton";

const shown: readonly { section: NavigationItem["id"]; collection: string }[] = [
  { section: "apis", collection: "/apis" },
  { section: "backends", collection: "/backends" },
  { section: "products", collection: "/products" },
  { section: "subscriptions", collection: "/subscriptions" },
  { section: "named-values", collection: "/namedValues" },
  { section: "certificates", collection: "/certificates" },
];

/** How much there is of each kind; each number is the way to the list. */
export const Counts = () => (
  <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
    {shown.map((each) => (
      <Count key={each.section} {...each} />
    ))}
  </ul>
);

function Count({ section, collection }: { section: NavigationItem["id"]; collection: string }) {
  const names = useTranslations("navigation.items");
  const format = useFormatter();
  const { data } = useFirstOf(collection, { top: 1 });
  const item = navigationItems.find(({ id }) => id === section);
  if (item === undefined) return null;
  const Icon = item.icon;
  return (
    <li>
      <Link
        href={item.href}
        prefetch={false}
        className="block rounded-card border border-line bg-surface p-3.5 hover:border-line-control"
      >
        <span className="flex items-center gap-2 text-muted">
          <Icon size={16} aria-hidden />
          {names(section)}
        </span>
        <span className="mt-1 block text-2xl tabular-nums">
          {data === undefined ? <Skeleton className="my-1.5 h-6 w-10" /> : format.number(data.count)}
        </span>
      </Link>
    </li>
  );
}
