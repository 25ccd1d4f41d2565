import type { Metadata } from "next";
import { createTranslator } from "use-intl/core";
import type navigation from "@/messages/en/navigation.json";
import { loadCompiled } from "@/messages/load-compiled";
import { requestLocale } from "./request-locale";

type Section = keyof (typeof navigation)["items"];

/** A document's title: "orders-api · Backends", to which the root layout adds the product's name. */
export async function pageTitle(section: Section, ...before: (string | undefined)[]): Promise<Metadata> {
  const locale = await requestLocale();
  const messages = (await loadCompiled(locale, ["navigation"])) as { navigation: typeof navigation };
  const t = createTranslator({ locale, messages, namespace: "navigation.items" });
  const names = before.filter((name) => name !== undefined).map(decodeURIComponent);
  return { title: [...names, t(section)].join(" · ") };
}
