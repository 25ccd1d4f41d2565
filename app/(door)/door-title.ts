import type { Metadata } from "next";
import { createTranslator } from "use-intl/core";
import { requestLocale } from "@/components/text/request-locale";
import type door from "@/messages/en/door.json";
import { loadCompiled } from "@/messages/load-compiled";

/** The document's title, to which the root layout adds the product's name. */
export async function doorTitle(page: "signIn" | "setUp"): Promise<Metadata> {
  const locale = await requestLocale();
  const messages = (await loadCompiled(locale, ["door"])) as { door: typeof door };
  return { title: createTranslator({ locale, messages, namespace: "door" })(`${page}.title`) };
}
