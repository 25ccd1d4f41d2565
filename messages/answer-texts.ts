import { createHash } from "node:crypto";
import { loadCompiled } from "./load-compiled";
import { readLocale } from "./locales";
import { isNamespace } from "./namespaces";

/**
 * The texts of a part of the portal, which the part fetches: imported, every file of every language would be named in
 * the first script of each page.
 */
export async function answerTexts(locale: string, namespaces: string, known: string | null): Promise<Response> {
  const wanted = namespaces.split(",");
  const language = readLocale(locale);
  if (language === null || !wanted.every(isNamespace)) return new Response(null, { status: 404 });
  const text = JSON.stringify(await loadCompiled(language, wanted));
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": "no-cache", "x-content-type-options": "nosniff" };
  if (known === etag || known === `W/${etag}`) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}
