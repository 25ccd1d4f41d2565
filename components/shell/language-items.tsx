"use client";

import { useTranslations } from "use-intl";
import { MenuChoice, MenuLabel } from "../ui/menu";
import { useLanguage } from "./use-language";

/** The languages, as part of a menu. */
export function LanguageItems() {
  const t = useTranslations("shell");
  const { locale, languages, choose } = useLanguage();
  return (
    <>
      <MenuLabel>{t("language")}</MenuLabel>
      <MenuChoice
        value={locale}
        options={languages.map((each) => ({ value: each.locale, label: each.name }))}
        onValue={choose}
      />
    </>
  );
}
