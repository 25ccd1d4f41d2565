import { type Locale, pseudoLocale } from "./locales";
import { fileOf, type Namespace, plainNamespaces } from "./namespaces";
import { pseudoMessages } from "./pseudo";

/** The texts of some namespaces in one language. */
export async function loadMessages(locale: Locale, namespaces: readonly Namespace[]): Promise<Record<string, unknown>> {
  const loaded = await Promise.all(
    namespaces.map(async (namespace) => [namespace, await loadNamespace(locale, namespace)] as const),
  );
  return Object.fromEntries(loaded);
}

async function loadNamespace(locale: Locale, namespace: Namespace): Promise<unknown> {
  const written = locale === pseudoLocale ? "en" : locale;
  const file = (await import(`./${written}/${fileOf(namespace)}.json`)) as { default: unknown };
  return locale === pseudoLocale ? pseudoMessages(file.default, !plainNamespaces.has(namespace)) : file.default;
}
