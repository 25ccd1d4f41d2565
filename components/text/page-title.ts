import type { Metadata } from "next";
import { createTranslator } from "use-intl/core";
import messages from "@/messages/en.json";

type Section = keyof typeof messages.navigation.items;

/** A document's title: "orders-api · Backends", to which the root layout adds the product's name. */
export function pageTitle(section: Section, ...before: (string | undefined)[]): Metadata {
  const t = createTranslator({ locale: "en", messages, namespace: "navigation.items" });
  const names = before.filter((name) => name !== undefined).map(decodeURIComponent);
  return { title: [...names, t(section)].join(" · ") };
}
