import { useLocale, useTranslations } from "use-intl";
import type { Standing } from "@/policy/knowledge";
import type { Refusal } from "./places";

/** Why something may not stand somewhere, in words. */
export function useRefusalText({ scope }: Standing): (refusal: Refusal) => string {
  const t = useTranslations("visual");
  const locale = useLocale();
  return (refusal) => {
    const { why, name } = refusal;
    if (why === "section") {
      const names = refusal.allowed.map((place) => (place === "resolver" ? t("refused.resolver") : t(`lane.${place}`)));
      const sections = new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
      return t("refused.section", { name, sections });
    }
    if (why === "scope") return t("refused.scope", { name, scope: t(`scope.${scope}`) });
    if (why === "not-inside" || why === "too-many") return t(`refused.${why}`, { name, container: refusal.container });
    return t(`refused.${why}`, { name });
  };
}
