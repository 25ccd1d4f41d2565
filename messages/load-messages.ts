import { fileOf, type Namespace } from "./namespaces";

/** The texts of some namespaces in one language. */
export async function loadMessages(locale: string, namespaces: readonly Namespace[]): Promise<Record<string, unknown>> {
  const loaded = await Promise.all(
    namespaces.map(async (namespace) => {
      const file = (await import(`./${locale}/${fileOf(namespace)}.json`)) as { default: unknown };
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(loaded);
}
