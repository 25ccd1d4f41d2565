/** An address of the portal, in a draft. */
export function withDraft(href: string, draft: string | null): string {
  if (draft === null) return href;
  return `${href}${href.includes("?") ? "&" : "?"}draft=${encodeURIComponent(draft)}`;
}
