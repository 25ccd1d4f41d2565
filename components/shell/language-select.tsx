"use client";

import { useTranslations } from "use-intl";
import { Select } from "../ui/select";
import { useLanguage } from "./use-language";

/** For pages without a menu, such as the sign-in. */
export function LanguageSelect() {
  const t = useTranslations("shell");
  const { locale, languages, choose } = useLanguage();
  return (
    <Select
      aria-label={t("language")}
      value={locale}
      onChange={(event) => choose(event.target.value)}
      options={languages.map((each) => ({ value: each.locale, label: each.name }))}
    />
  );
}
