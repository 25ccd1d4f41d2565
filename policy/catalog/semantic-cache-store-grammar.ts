import type { ElementGrammar } from "./define";

/** What the two policies of this kind have in common. */
export const semanticCacheStoreGrammar = {
  attributes: { duration: { type: "int32", required: true, expressions: true, form: { control: "seconds" } } },
} as const satisfies ElementGrammar;
