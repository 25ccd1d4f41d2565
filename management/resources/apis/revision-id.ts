/** "/apis/orders;rev=2" and "orders;rev=2", taken apart; the revision is null where none is named. */
export function splitRevision(idOrName: string): { api: string; revision: string | null } {
  const at = idOrName.toLowerCase().lastIndexOf(";rev=");
  const revision = at < 0 ? "" : idOrName.slice(at + 5);
  return revision === "" ? { api: idOrName, revision: null } : { api: idOrName.slice(0, at), revision };
}

/** The document of an API that is not current. */
export const revisionId = (apiId: string, revision: string): string => `${apiId};rev=${revision.toLowerCase()}`;
