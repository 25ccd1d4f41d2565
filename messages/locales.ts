/** The languages of the portal; the first is the one that everything is written in and falls back to. */
export const locales = ["en", "zh-CN", "de", "sv", "es", "ko"] as const;
/** English made longer and foreign by rule: what still reads as English in it stands in code. Not offered, only asked for. */
export const pseudoLocale = "en-XA";
export type Locale = (typeof locales)[number] | typeof pseudoLocale;

export const readLocale = (text: string | undefined): Locale | null =>
  text === pseudoLocale ? pseudoLocale : (locales.find((locale) => locale === text) ?? null);

/** "svenska" as a heading would have it: each language by its own name. */
export function nameOfLocale(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: "language", languageDisplay: "standard" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** What a browser asks for by Accept-Language, or English. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part, at) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.trim().toLowerCase(), quality: quality === undefined ? 1 : Number(quality), at };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.at - b.at);
  for (const { tag } of wanted) {
    const language = tag.split("-")[0];
    const found =
      locales.find((locale) => locale.toLowerCase() === tag) ??
      locales.find((locale) => locale.split("-")[0] === language);
    if (found !== undefined) return found;
  }
  return "en";
}
