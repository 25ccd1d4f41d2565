/**
 * Documents that policies refer to by URL, such as OpenID configurations and key sets. They are fetched through the egress
 * guard, kept for a while, fetched once for all who wait, and the last good one serves while its source is away.
 */
export interface Documents {
  /** The text, at once when it is at hand and fresh enough. */
  get(url: string, options: DocumentOptions): FetchedDocument | Promise<FetchedDocument>;
}
export interface DocumentOptions {
  /** How old it may be before it is fetched anew. */
  readonly maxAgeMs: number;
  /** The policy, as the source of faults. */
  readonly source: string;
}
export interface FetchedDocument {
  readonly text: string;
  /** When it was fetched, on the monotonic clock: changes with every fetch. */
  readonly fetchedAt: number;
}
