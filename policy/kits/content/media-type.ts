import type { Headers } from "@/policy/headers";

/** "application/problem+json" of a Content-Type, in lower case; empty where there is none. */
export const mediaTypeOf = (contentType: string | undefined): string =>
  contentType === undefined ? "" : (contentType.split(";", 1)[0] as string).trim().toLowerCase();

export const isJsonType = (contentType: string | undefined): boolean =>
  /^(application|text)\/json$|\+json$/.test(mediaTypeOf(contentType));

export const isXmlType = (contentType: string | undefined): boolean =>
  /^(application|text)\/xml$|\+xml$/.test(mediaTypeOf(contentType));

/** Says the charset that the content has now; a Content-Type that names none is left as it is. */
export function setCharset(headers: Headers, charset: string): void {
  const contentType = headers.get("content-type");
  if (contentType === undefined) return;
  const named = contentType.replace(/(;\s*charset\s*=\s*)("[^"]*"|[^;\s]*)/i, `$1${charset}`);
  if (named !== contentType) headers.set("Content-Type", named);
}
