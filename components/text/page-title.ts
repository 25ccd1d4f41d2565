import type { Metadata } from "next";
import { createTranslator } from "use-intl/core";
import navigation from "@/messages/en/navigation.json";

type Section = keyof typeof navigation.items;

/** A document's title: "orders-api · Backends", to which the root layout adds the product's name. */
export function pageTitle(section: Section, ...before: (string | undefined)[]): Metadata {
  const t = createTranslator({ locale: "en", messages: { navigation }, namespace: "navigation.items" });
  const names = before.filter((name) => name !== undefined).map(decodeURIComponent);
  return { title: [...names, t(section)].join(" · ") };
}
