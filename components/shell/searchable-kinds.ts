import type { NavigationItem } from "./navigation-items";

/** What the palette looks through on the server: a collection, the members that a person would type, its pages. */
export const searchableKinds: readonly {
  section: NavigationItem["id"];
  collection: string;
  members: readonly string[];
  href: string;
  titleMember: string | null;
}[] = [
  {
    section: "apis",
    collection: "/apis",
    members: ["name", "displayName", "path"],
    href: "/apis",
    titleMember: "displayName",
  },
  {
    section: "backends",
    collection: "/backends",
    members: ["name", "title", "url"],
    href: "/backends",
    titleMember: null,
  },
  {
    section: "named-values",
    collection: "/namedValues",
    members: ["name", "displayName"],
    href: "/named-values",
    titleMember: "displayName",
  },
  {
    section: "products",
    collection: "/products",
    members: ["name", "displayName"],
    href: "/products",
    titleMember: "displayName",
  },
  {
    section: "subscriptions",
    collection: "/subscriptions",
    members: ["name", "displayName"],
    href: "/api-subscriptions",
    titleMember: "displayName",
  },
  { section: "certificates", collection: "/certificates", members: ["name"], href: "/certificates", titleMember: null },
  {
    section: "policy-fragments",
    collection: "/policyFragments",
    members: ["name"],
    href: "/policy-fragments",
    titleMember: null,
  },
];
