/** The lib that is compiled against knows it not yet. */
type Wellformed = { toWellFormed(): string };

/** A text with U+FFFD in the place of halves of surrogate pairs, as every encoder writes them. */
export const wellFormed = (text: string): string => (text as unknown as Wellformed).toWellFormed();
