/** Where answers stand in the cache. Paths are canonical, so that one document has one place. */
export const queryKeys = {
  /** What a draft holds stands below it, so that it goes with it. */
  drafted: (path: string, draft: string | null | undefined) => (draft ? `/drafts/${draft}${path}` : path),
  everything: ["arm"] as const,
  document: (path: string) => ["arm", "document", path.toLowerCase()] as const,
  collection: (path: string) => ["arm", "collection", path.toLowerCase()] as const,
  endpoint: (path: string) => ["arm", "endpoint", path.toLowerCase()] as const,
};
