/** The console at what a policy runs for: its operation or API, where it belongs to one. */
export function consoleHref(owner: string, draft: string | null): string {
  const [collection, api, , operation] = owner.split("/").filter(Boolean);
  const search = new URLSearchParams();
  if (collection === "apis" && api !== undefined) {
    search.set("api", api);
    if (operation !== undefined) search.set("operation", operation);
  }
  if (draft !== null) search.set("draft", draft);
  return search.size === 0 ? "/console" : `/console?${search}`;
}
