"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "use-intl";
import { type Locale, locales, nameOfLocale, readLocale } from "@/messages/locales";
import { localeCookie } from "../text/locale-cookie";

const oneYearS = 365 * 24 * 60 * 60;

/** The language of the pages, those there are, and how to choose another. */
export function useLanguage(): {
  locale: Locale;
  languages: readonly { locale: Locale; name: string }[];
  choose(locale: string): void;
} {
  const router = useRouter();
  const locale = readLocale(useLocale()) ?? "en";
  return {
    locale,
    languages: locales.map((each) => ({ locale: each, name: nameOfLocale(each) })),
    choose(wanted) {
      const chosen = readLocale(wanted);
      if (chosen === null) return;
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
      document.cookie = `${localeCookie}=${chosen}; path=/; max-age=${oneYearS}; samesite=lax`;
      router.refresh();
    },
  };
}
