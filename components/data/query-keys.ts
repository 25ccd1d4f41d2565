/** Where answers stand in the cache. Paths are canonical, so that one document has one place. */
export const queryKeys = {
  everything: ["arm"] as const,
  document: (path: string) => ["arm", "document", path.toLowerCase()] as const,
  collection: (path: string) => ["arm", "collection", path.toLowerCase()] as const,
  endpoint: (path: string) => ["arm", "endpoint", path.toLowerCase()] as const,
};
