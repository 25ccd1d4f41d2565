import type { Metadata } from "next";
import { createTranslator } from "use-intl/core";
import door from "@/messages/en/door.json";

/** The document's title, to which the root layout adds the product's name. */
export function doorTitle(page: "signIn" | "setUp"): Metadata {
  return { title: createTranslator({ locale: "en", messages: { door }, namespace: "door" })(`${page}.title`) };
}
