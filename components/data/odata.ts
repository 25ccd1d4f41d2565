/** A text as $filter writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Any of these members contains the text; undefined without one. */
export function containsAny(members: readonly string[], text: string): string | undefined {
  const wanted = text.trim();
  if (wanted === "" || members.length === 0) return undefined;
  return members.map((member) => `contains(${member},${quoted(wanted)})`).join(" or ");
}

/** All of these filters hold; undefined without any. */
export function allOf(...filters: (string | undefined)[]): string | undefined {
  const present = filters.filter((filter) => filter !== undefined);
  if (present.length < 2) return present[0];
  return present.map((filter) => `(${filter})`).join(" and ");
}
