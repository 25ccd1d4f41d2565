import { compileMessages } from "./compile-messages";
import { loadMessages } from "./load-messages";
import type { Locale } from "./locales";
import { type Namespace, plainNamespaces } from "./namespaces";

/** The texts of some namespaces in one language, as the portal's pages take them: next.config.ts leaves the parser out. */
export async function loadCompiled(locale: Locale, namespaces: readonly Namespace[]): Promise<Record<string, unknown>> {
  const written = await loadMessages(locale, namespaces);
  return Object.fromEntries(
    namespaces.map((namespace) => [
      namespace,
      plainNamespaces.has(namespace) ? written[namespace] : compileMessages(written[namespace] as object),
    ]),
  );
}
